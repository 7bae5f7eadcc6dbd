package dev.latchkey.review.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Binds pictures into a new PDF with nothing else in it. */
final class PictureBook {
  private PictureBook() {}

  static byte[] of(List<Picture> pictures) {
    try (PDDocument book = new PDDocument()) {
      for (Picture picture : pictures) {
        add(book, PDImageXObject.createFromByteArray(book, picture.content(), null));
      }
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      book.save(output);
      return output.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** As large as a sheet of A4 allows. */
  private static void add(PDDocument book, PDImageXObject image) throws IOException {
    float longest = Math.max(image.getWidth(), image.getHeight());
    float scale = PDRectangle.A4.getHeight() / longest;
    float width = image.getWidth() * scale;
    float height = image.getHeight() * scale;
    PDPage page = new PDPage(new PDRectangle(width, height));
    book.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(book, page)) {
      content.drawImage(image, 0, 0, width, height);
    }
  }
}
