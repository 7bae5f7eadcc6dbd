package dev.latchkey.review.evidence;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Has files drawn anew by {@link RedrawMain}, two at a time: what a file does there ends with the
 * process, at the latest when its time is over.
 */
@Component
class Redrawing {
  private static final Logger LOG = LoggerFactory.getLogger(Redrawing.class);
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How file names are written, and what Windows cannot start a program without. No more. */
  private static final Set<String> KEPT = Set.of("LANG", "LC_ALL", "SystemRoot");

  private static final int AT_ONCE = 2;
  private static final int LARGEST_OUTPUT = Pages.MOST * (Picture.LARGEST + 100);

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Path folder;
  private final Duration time;

  @Autowired
  Redrawing(@Value("${latchkey.data-folder}") Path folder) {
    this(folder, TIME);
  }

  /** With another time for each file. */
  Redrawing(Path folder, Duration time) {
    this.folder = folder;
    this.time = time;
  }

  /** The pictures that the file shows. */
  List<Picture> redraw(FileKind kind, byte[] content) throws Unusable {
    boolean mine = false;
    try {
      mine = places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!mine) {
        throw new Unusable(EvidenceProblem.BUSY);
      }
      return pictures(run(kind, content));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unusable(EvidenceProblem.BUSY);
    } catch (IOException failed) {
      LOG.error("Files of requests to support cannot be looked at", failed);
      throw new Unusable(EvidenceProblem.BUSY);
    } finally {
      if (mine) {
        places.release();
      }
    }
  }

  private byte[] run(FileKind kind, byte[] content)
      throws IOException, InterruptedException, Unusable {
    Path work = Files.createTempDirectory("latchkey-redraw");
    try {
      return run(start(kind, work), content);
    } finally {
      FileSystemUtils.deleteRecursively(work);
    }
  }

  private byte[] run(Process process, byte[] content) throws InterruptedException, Unusable {
    try {
      FutureTask<byte[]> exchange = new FutureTask<>(() -> exchange(process, content));
      Thread thread = new Thread(exchange, "redrawing");
      thread.setDaemon(true);
      thread.start();
      byte[] output = exchange.get(time.toMillis(), TimeUnit.MILLISECONDS);
      refused(process);
      return output;
    } catch (TimeoutException tooLong) {
      throw new Unusable(EvidenceProblem.TOO_MUCH);
    } catch (ExecutionException broken) {
      refused(process);
      throw new Unusable(EvidenceProblem.TOO_MUCH);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor(TIME.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Process start(FileKind kind, Path work) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(RedrawCommand.of(kind, folder, work));
    builder.directory(work.toFile());
    builder.environment().keySet().retainAll(KEPT);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static byte[] exchange(Process process, byte[] content) throws IOException {
    try (OutputStream input = process.getOutputStream()) {
      input.write(content);
    }
    try (InputStream output = process.getInputStream()) {
      return output.readNBytes(LARGEST_OUTPUT);
    }
  }

  /** Throws what the process says about the file, if it does. */
  private static void refused(Process process) throws InterruptedException, Unusable {
    if (!process.waitFor(TIME.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new Unusable(EvidenceProblem.TOO_MUCH);
    }
    int ended = process.exitValue();
    if (ended != 0) {
      throw new Unusable(problem(ended));
    }
  }

  private static EvidenceProblem problem(int ended) {
    List<EvidenceProblem> problems = List.of(EvidenceProblem.values());
    int said = ended - RedrawMain.REFUSED;
    if (said >= 0 && said < problems.size()) {
      return problems.get(said);
    }
    LOG.warn("A file of a request to support ended its reader, with exit code {}", ended);
    return EvidenceProblem.TOO_MUCH;
  }

  private static List<Picture> pictures(byte[] output) throws IOException {
    try (DataInputStream input = new DataInputStream(new ByteArrayInputStream(output))) {
      int number = input.readInt();
      List<Picture> pictures = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        String mediaType = input.readUTF();
        pictures.add(new Picture(mediaType, input.readNBytes(input.readInt())));
      }
      return pictures;
    }
  }
}
