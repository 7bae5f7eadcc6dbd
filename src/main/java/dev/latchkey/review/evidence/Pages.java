package dev.latchkey.review.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads PDF: each page becomes a picture, as a printer would show it. Scripts, links, embedded
 * files and whatever else a document can carry stay behind.
 */
final class Pages {
  static final int MOST = 10;

  private static final float DOTS_PER_POINT = 150f / 72f;
  private static final float LONGEST_SIDE = 2000f;

  private Pages() {}

  /** The pages in order. */
  static List<Picture> redrawn(byte[] content) throws Unusable {
    try (PDDocument document = Loader.loadPDF(content)) {
      return draw(document);
    } catch (InvalidPasswordException locked) {
      throw new Unusable(EvidenceProblem.PROTECTED);
    } catch (IOException | RuntimeException broken) {
      throw new Unusable(EvidenceProblem.UNREADABLE);
    }
  }

  private static List<Picture> draw(PDDocument document) throws IOException, Unusable {
    int pages = document.getNumberOfPages();
    if (pages > MOST) {
      throw new Unusable(EvidenceProblem.TOO_MANY_PAGES);
    }
    if (pages == 0) {
      throw new Unusable(EvidenceProblem.UNREADABLE);
    }
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    List<Picture> pictures = new ArrayList<>();
    for (int page = 0; page < pages; page++) {
      float scale = scale(document.getPage(page).getCropBox());
      pictures.add(Encoded.photograph(renderer.renderImage(page, scale, ImageType.RGB)));
    }
    return pictures;
  }

  /** Sharp enough to read, and never larger than a page of paper needs to be. */
  private static float scale(PDRectangle page) throws Unusable {
    float longest = Math.max(page.getWidth(), page.getHeight());
    float shortest = Math.min(page.getWidth(), page.getHeight());
    if (!(shortest >= 1) || !Float.isFinite(longest)) {
      throw new Unusable(EvidenceProblem.UNREADABLE);
    }
    return Math.min(DOTS_PER_POINT, LONGEST_SIDE / longest);
  }
}
