package dev.latchkey.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Files as people send them, and as people send them who mean harm. */
public final class Samples {
  /** Words that stand in metadata and attachments alone, never in what a file shows. */
  public static final String HIDDEN = "HIDDEN-WORDS-7731";

  /** What virus scanners are tried with. */
  public static final byte[] EICAR =
      ascii("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

  private static final int MEBIBYTE = 1024 * 1024;

  private Samples() {}

  /** A red picture with a blue top left quarter. */
  public static byte[] jpeg(int width, int height) {
    return written(drawn(width, height), "jpg");
  }

  /** The same as PNG. */
  public static byte[] png(int width, int height) {
    return written(drawn(width, height), "png");
  }

  /** A photograph of a phone that was held so, with where it was taken. */
  public static byte[] photograph(int orientation) {
    byte[] tiff =
        ByteBuffer.allocate(26)
            .put(ascii("MM"))
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .array();
    byte[] exif = joined(ascii("Exif\0\0"), tiff, ascii(HIDDEN));
    byte[] segment =
        joined(
            new byte[] {(byte) 0xFF, (byte) 0xE1},
            ByteBuffer.allocate(2).putShort((short) (exif.length + 2)).array(),
            exif);
    byte[] plain = jpeg(400, 200);
    return joined(Arrays.copyOf(plain, 2), segment, Arrays.copyOfRange(plain, 2, plain.length));
  }

  /** A picture that is a page with a script and an archive as well. */
  public static byte[] polyglot() {
    return joined(
        photograph(1), ascii("<html><script>alert('" + HIDDEN + "')</script>PK\3\4"), EICAR);
  }

  /** A few bytes that say they are a picture of that size. */
  public static byte[] flood(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(17)
            .put(ascii("IHDR"))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    byte[] points = joined(ascii("IDAT"), deflated(1));
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
        chunk(header),
        chunk(points),
        chunk(ascii("IEND")));
  }

  /** A document of pages that say so. */
  public static byte[] pdf(int pages) {
    return document(pages, document -> {});
  }

  /** A document with a script, a link, and a file inside. */
  public static byte[] armedPdf() {
    return document(
        1,
        document -> {
          document.getDocumentInformation().setTitle(HIDDEN);
          document
              .getDocumentCatalog()
              .setOpenAction(new PDActionJavaScript("app.alert('" + HIDDEN + "')"));
          PDActionURI elsewhere = new PDActionURI();
          elsewhere.setURI("https://evil.example/" + HIDDEN);
          PDAnnotationLink link = new PDAnnotationLink();
          link.setAction(elsewhere);
          link.setRectangle(new PDRectangle(0, 0, 300, 300));
          document.getPage(0).setAnnotations(List.of(link));
          attach(document);
        });
  }

  /** A document that opens with a password alone. */
  public static byte[] lockedPdf() {
    return document(
        1,
        document ->
            document.protect(
                new StandardProtectionPolicy("owner", "secret", new AccessPermission())));
  }

  /** A few kilobytes that unfold to this many mebibytes of drawing. */
  public static byte[] bombPdf(int mebibytes) {
    return document(
        1,
        document -> {
          COSStream stream = document.getDocument().createCOSStream();
          try (OutputStream raw = stream.createRawOutputStream()) {
            raw.write(deflated(mebibytes));
          }
          stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
          document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        });
  }

  /** That many bytes which begin like a JPEG. */
  public static byte[] large(int bytes) {
    return Arrays.copyOf(jpeg(20, 20), bytes);
  }

  /** Whether these words stand anywhere in the content. */
  public static boolean contains(byte[] content, String words) {
    return new String(content, StandardCharsets.ISO_8859_1).contains(words);
  }

  private interface Change {
    void make(PDDocument document) throws IOException;
  }

  private static byte[] document(int pages, Change change) {
    try (PDDocument document = new PDDocument()) {
      for (int number = 1; number <= pages; number++) {
        PDPage page = new PDPage(PDRectangle.A5);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
          content.newLineAtOffset(60, 400);
          content.showText("Page " + number);
          content.endText();
        }
      }
      change.make(document);
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      document.save(output, CompressParameters.NO_COMPRESSION);
      return output.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void attach(PDDocument document) throws IOException {
    PDEmbeddedFile content = new PDEmbeddedFile(document);
    try (OutputStream output = content.createOutputStream()) {
      output.write(EICAR);
    }
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(HIDDEN + ".exe");
    file.setEmbeddedFile(content);
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(java.util.Map.of(HIDDEN, file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  private static BufferedImage drawn(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(0, 0, width / 2, height / 2);
    pen.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, output);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return output.toByteArray();
  }

  private static byte[] chunk(byte[] typeAndData) {
    CRC32 sum = new CRC32();
    sum.update(typeAndData);
    return ByteBuffer.allocate(typeAndData.length + 8)
        .putInt(typeAndData.length - 4)
        .put(typeAndData)
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] deflated(int mebibytes) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] drawing = new byte[MEBIBYTE];
    Arrays.fill(drawing, (byte) ' ');
    try (OutputStream deflating =
        new DeflaterOutputStream(output, new Deflater(Deflater.BEST_COMPRESSION))) {
      for (int i = 0; i < mebibytes; i++) {
        deflating.write(drawing);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return output.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
