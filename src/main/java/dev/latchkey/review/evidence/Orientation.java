package dev.latchkey.review.evidence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a phone was held: written by the camera into the JPEG's Exif part, as 1 to 8. That part is
 * not kept, so the picture is turned instead.
 */
final class Orientation {
  static final int UPRIGHT = 1;

  private static final int SEGMENT = 0xFF;
  private static final int APP1 = 0xE1;
  private static final int SCAN = 0xDA;
  private static final int TAG = 0x0112;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private Orientation() {}

  /** The orientation that a JPEG names; upright if it names none, or nonsense. */
  static int of(byte[] jpeg) {
    try {
      int found = find(ByteBuffer.wrap(jpeg).position(2));
      return found >= UPRIGHT && found <= 8 ? found : UPRIGHT;
    } catch (BufferUnderflowException
        | IllegalArgumentException
        | IndexOutOfBoundsException broken) {
      return UPRIGHT;
    }
  }

  private static int find(ByteBuffer jpeg) {
    while ((jpeg.get() & 0xFF) == SEGMENT) {
      int marker = jpeg.get() & 0xFF;
      int length = jpeg.getShort() & 0xFFFF;
      if (marker == SCAN) {
        return UPRIGHT;
      }
      ByteBuffer content = jpeg.slice(jpeg.position(), length - 2);
      if (marker == APP1 && content.remaining() > EXIF.length && isExif(content)) {
        return inTiff(content.slice(EXIF.length, content.limit() - EXIF.length));
      }
      jpeg.position(jpeg.position() + length - 2);
    }
    return UPRIGHT;
  }

  private static boolean isExif(ByteBuffer content) {
    return content.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }

  private static int inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + entry * 12;
      if ((tiff.getShort(at) & 0xFFFF) == TAG) {
        return tiff.getShort(at + 8) & 0xFFFF;
      }
    }
    return UPRIGHT;
  }
}
