package dev.latchkey.review.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads JPEG and PNG. The size is taken from the header before any point is decoded, and larger
 * pictures are read in steps, so that a small file cannot fill the memory.
 */
final class Photographs {
  private static final long MOST_POINTS = 50_000_000;
  private static final int LONGEST_SIDE = 12_000;

  private Photographs() {}

  /** The picture drawn anew: upright, without metadata, no side longer than 3,000 points. */
  static Picture redrawn(FileKind kind, byte[] content) throws Unusable {
    BufferedImage read = read(kind, content);
    int orientation = kind == FileKind.JPEG ? Orientation.of(content) : Orientation.UPRIGHT;
    BufferedImage drawn = Canvas.redraw(read, orientation);
    return kind == FileKind.PNG ? Encoded.sharp(drawn) : Encoded.photograph(drawn);
  }

  private static BufferedImage read(FileKind kind, byte[] content) throws Unusable {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.key()).next();
    try (ImageInputStream input =
        ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(input, true, true);
      return reader.read(0, steps(reader));
    } catch (IOException | RuntimeException broken) {
      throw new Unusable(EvidenceProblem.UNREADABLE);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReadParam steps(ImageReader reader) throws IOException, Unusable {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    int longest = Math.max(width, height);
    if (longest > LONGEST_SIDE || (long) width * height > MOST_POINTS) {
      throw new Unusable(EvidenceProblem.TOO_MANY_POINTS);
    }
    int step = Math.max(1, longest / Canvas.LONGEST_SIDE);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }
}
