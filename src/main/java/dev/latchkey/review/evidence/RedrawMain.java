package dev.latchkey.review.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A program of its own, because reading strangers' files is what goes wrong most: it has little
 * memory, little time and an environment without secrets, works in a folder that is removed after
 * it, and whatever goes wrong in it goes wrong for one file.
 *
 * <p>That keeps bombs, crashes and endless loops away from us. It is no sandbox: the program runs
 * as the same user of the operating system. If a file makes the reader run code of its own, that
 * code can read what we can read – the database, the server key – and reach the network. Where that
 * is too much, run all of it as a user or in a container with nothing else in reach, and keep the
 * server key and the database's password elsewhere than in the data folder.
 *
 * <p>Takes the name of a {@link FileKind}, reads the file from its input and writes the pictures to
 * its output: their number, then for each its media type, length and content. Ends with 0, or with
 * {@link #REFUSED} and the number of an {@link EvidenceProblem}.
 */
final class RedrawMain {
  static final int REFUSED = 10;

  private RedrawMain() {}

  public static void main(String[] arguments) throws IOException {
    ImageIO.setUseCache(false);
    try {
      FileKind kind = FileKind.valueOf(arguments[0]);
      write(redrawn(kind, System.in.readAllBytes()));
    } catch (Unusable refused) {
      System.exit(REFUSED + List.of(EvidenceProblem.values()).indexOf(refused.problem()));
    }
  }

  /** The same in this process; for files that are known to be harmless. */
  static List<Picture> redrawn(FileKind kind, byte[] content) throws Unusable {
    return kind == FileKind.PDF
        ? Pages.redrawn(content)
        : List.of(Photographs.redrawn(kind, content));
  }

  private static void write(List<Picture> pictures) throws IOException {
    try (DataOutputStream output =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      output.writeInt(pictures.size());
      for (Picture picture : pictures) {
        output.writeUTF(picture.mediaType());
        output.writeInt(picture.content().length);
        output.write(picture.content());
      }
    }
  }
}
