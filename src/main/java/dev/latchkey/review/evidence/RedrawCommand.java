package dev.latchkey.review.evidence;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/** How {@link RedrawMain} is started: from our own jar, or from classes and libraries as files. */
final class RedrawCommand {
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";
  private static final List<Class<?>> PARTS =
      List.of(
          RedrawMain.class,
          PDDocument.class,
          TrueTypeFont.class,
          RandomAccessRead.class,
          LogFactory.class);

  private RedrawCommand() {}

  /**
   * The command; it works from whatever folder it is run in.
   *
   * @param fonts where it may keep what it found out about the fonts of this machine
   * @param work its own folder for whatever it has to put down
   */
  static List<String> of(FileKind kind, Path fonts, Path work) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + work,
                "-Duser.home=" + work,
                "-Dpdfbox.fontcache=" + fonts.toAbsolutePath()));
    command.addAll(program());
    command.add(kind.name());
    return command;
  }

  private static List<String> program() {
    List<String> places = PARTS.stream().map(RedrawCommand::place).distinct().toList();
    String main = RedrawMain.class.getName();
    return places.contains("")
        ? List.of(
            "-cp",
            absolute(System.getProperty("java.class.path")),
            "-Dloader.main=" + main,
            LAUNCHER)
        : List.of("-cp", String.join(File.pathSeparator, places), main);
  }

  /** A class path that does not depend on the working folder. */
  static String absolute(String classPath) {
    return Stream.of(classPath.split(Pattern.quote(File.pathSeparator), -1))
        .map(place -> Path.of(place).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The folder or jar that a class comes from; empty if that lies in our own jar. */
  private static String place(Class<?> part) {
    URL place = part.getProtectionDomain().getCodeSource().getLocation();
    return Stream.of(place)
        .filter(url -> "file".equals(url.getProtocol()))
        .map(RedrawCommand::path)
        .findFirst()
        .orElse("");
  }

  private static String path(URL file) {
    try {
      return Path.of(file.toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
