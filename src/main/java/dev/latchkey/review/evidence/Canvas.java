package dev.latchkey.review.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws pictures onto white paper: no transparency, no colour profile, nothing hidden. */
final class Canvas {
  /** In points; enough to read small print on a photographed page. */
  static final int LONGEST_SIDE = 3000;

  private Canvas() {}

  /**
   * The picture upright, and scaled down where a side is longer than {@link #LONGEST_SIDE}.
   *
   * @param orientation as Exif numbers it, 1 to 8
   */
  static BufferedImage redraw(BufferedImage image, int orientation) {
    double scale =
        Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
    return draw(image, scale, orientation);
  }

  /** The same picture, smaller. */
  static BufferedImage scaled(BufferedImage image, double scale) {
    return draw(image, scale, Orientation.UPRIGHT);
  }

  private static BufferedImage draw(BufferedImage image, double scale, int orientation) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    boolean onItsSide = orientation > 4;
    BufferedImage paper =
        new BufferedImage(
            onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.transform(turn(orientation, width, height));
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return paper;
  }

  /** From the picture as the camera wrote it to how it was meant; w and h before turning. */
  private static AffineTransform turn(int orientation, int w, int h) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }
}
