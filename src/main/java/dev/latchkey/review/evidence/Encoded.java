package dev.latchkey.review.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes drawn pictures, none larger than may be kept: first coarser, then smaller. */
final class Encoded {
  private static final float[] QUALITIES = {0.85f, 0.7f, 0.55f, 0.4f};
  private static final double SMALLER = 0.7;

  private Encoded() {}

  /** As JPEG. */
  static Picture photograph(BufferedImage image) {
    for (float quality : QUALITIES) {
      byte[] content = jpeg(image, quality);
      if (content.length <= Picture.LARGEST) {
        return new Picture(Picture.JPEG, content);
      }
    }
    return photograph(Canvas.scaled(image, SMALLER));
  }

  /** As PNG, which keeps letters sharp; as JPEG where that would be too large. */
  static Picture sharp(BufferedImage image) {
    byte[] content = png(image);
    return content.length <= Picture.LARGEST
        ? new Picture(Picture.PNG, content)
        : photograph(image);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", output);
      return output.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(output)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return output.toByteArray();
  }
}
