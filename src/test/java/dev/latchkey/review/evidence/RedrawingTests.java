package dev.latchkey.review.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.testing.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files, harmless and others, in the process that reads them. */
class RedrawingTests {
  private static final int RED = 0xFF0000;
  private static final int BLUE = 0x0000FF;

  @TempDir private static Path folder;

  private static List<Picture> redrawn(byte[] content) throws Unusable {
    return new Redrawing(folder).redraw(FileKind.of(content).orElseThrow(), content);
  }

  private static void assertRefused(byte[] content, EvidenceProblem problem) {
    assertThatThrownBy(() -> redrawn(content)).hasMessage(problem.key());
  }

  private static BufferedImage seen(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.content()));
  }

  private static boolean near(int color, int expected) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((color >> shift & 0xFF) - (expected >> shift & 0xFF)) > 40) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<!DOCTYPE html><script>alert(1)</script>",
        "GIF89a",
        "PK\3\4",
        "%!PS-Adobe",
        " %PDF-1.7",
        "\uFEFF%PDF-1.7",
        "BM"
      })
  void T19_otherKinds_areToldByTheirContent(String content) {
    assertThat(FileKind.of(content.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void T19_theScannersTestFile_isOfNoKind() {
    assertThat(FileKind.of(Samples.EICAR)).isEmpty();
  }

  @Test
  void T19_aPhotograph_isDrawnAnew_withoutItsMetadata() throws Exception {
    byte[] photograph = Samples.photograph(1);
    assertThat(Samples.contains(photograph, Samples.HIDDEN)).isTrue();
    Picture picture = redrawn(photograph).get(0);
    assertThat(Samples.contains(picture.content(), Samples.HIDDEN)).isFalse();
    assertThat(Samples.contains(picture.content(), "Exif")).isFalse();
    assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    assertThat(near(seen(picture).getRGB(20, 20), BLUE)).isTrue();
    assertThat(near(seen(picture).getRGB(380, 180), RED)).isTrue();
  }

  /** Where the blue quarter of the picture must be seen, by how the phone was held. */
  @ParameterizedTest
  @CsvSource({
    "1,400,200,20,20",
    "2,400,200,380,20",
    "3,400,200,380,180",
    "4,400,200,20,180",
    "5,200,400,20,20",
    "6,200,400,180,20",
    "7,200,400,180,380",
    "8,200,400,20,380"
  })
  void aPhotograph_staysUpright(int held, int width, int height, int x, int y) throws Exception {
    BufferedImage seen = seen(Photographs.redrawn(FileKind.JPEG, Samples.photograph(held)));
    assertThat(seen.getWidth()).isEqualTo(width);
    assertThat(seen.getHeight()).isEqualTo(height);
    assertThat(near(seen.getRGB(x, y), BLUE)).isTrue();
    assertThat(near(seen.getRGB(width - 1 - x, height - 1 - y), RED)).isTrue();
  }

  @Test
  void T19_aPolyglot_losesItsOtherHalf() throws Exception {
    Picture picture = redrawn(Samples.polyglot()).get(0);
    for (String other : List.of("<html", "script", "PK\3\4", "EICAR", Samples.HIDDEN)) {
      assertThat(Samples.contains(picture.content(), other)).as(other).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"100000,100000", "65000,1", "12001,10", "8000,8000"})
  void T19_aFloodOfPoints_isRefusedByItsHeader(int width, int height) {
    assertRefused(Samples.flood(width, height), EvidenceProblem.TOO_MANY_POINTS);
  }

  @Test
  void aLargePicture_isScaledDown_andNoneIsLargerThanTheDatabaseTakes() throws Exception {
    Picture picture = redrawn(Samples.png(6400, 1000)).get(0);
    assertThat(seen(picture).getWidth()).isEqualTo(3000);
    assertThat(picture.mediaType()).isEqualTo("image/png");
    assertThat(picture.content().length).isLessThan(Picture.LARGEST);
    Picture noise = Encoded.sharp(noise());
    assertThat(noise.mediaType()).isEqualTo("image/jpeg");
    assertThat(noise.content().length).isLessThan(Picture.LARGEST);
  }

  private static BufferedImage noise() {
    BufferedImage image = new BufferedImage(2500, 2500, BufferedImage.TYPE_INT_RGB);
    int state = 42;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        state = state * 1_103_515_245 + 12_345;
        image.setRGB(x, y, state >>> 8);
      }
    }
    return image;
  }

  @Test
  void T19_brokenPictures_areUnreadable() {
    assertRefused(Samples.large(3), EvidenceProblem.UNREADABLE);
    assertRefused(Samples.flood(300, 0), EvidenceProblem.UNREADABLE);
    assertRefused(
        "%PDF-1.7 no document".getBytes(StandardCharsets.UTF_8), EvidenceProblem.UNREADABLE);
  }

  @Test
  void T19_aDocument_becomesPictures_withoutScriptsLinksAndFiles() throws Exception {
    byte[] armed = Samples.armedPdf();
    assertThat(Samples.contains(armed, "/JavaScript")).isTrue();
    List<Picture> pages = redrawn(armed);
    byte[] bound = PictureBook.of(pages);
    for (String other : List.of("JavaScript", "/URI", "/EmbeddedFile", "/Annots", Samples.HIDDEN)) {
      assertThat(Samples.contains(bound, other)).as(other).isFalse();
    }
    try (PDDocument book = Loader.loadPDF(bound)) {
      assertThat(book.getNumberOfPages()).isOne();
    }
    assertThat(near(seen(pages.get(0)).getRGB(1, 1), 0xFFFFFF)).isTrue();
  }

  @Test
  void T19_documents_haveTenPagesAtMost() throws Exception {
    assertThat(redrawn(Samples.pdf(10))).hasSize(10);
    assertRefused(Samples.pdf(11), EvidenceProblem.TOO_MANY_PAGES);
  }

  @Test
  void T19_aLockedDocument_isRefused() {
    assertRefused(Samples.lockedPdf(), EvidenceProblem.PROTECTED);
  }

  @Test
  void T19_aBomb_endsTheProcessThatReadsIt_andNothingElse() throws Exception {
    byte[] bomb = Samples.bombPdf(600);
    assertThat(bomb.length).isLessThan(EvidenceFiles.LARGEST);
    Redrawing hasty = new Redrawing(folder, Duration.ofMillis(1500));
    assertThatThrownBy(() -> hasty.redraw(FileKind.PDF, bomb))
        .hasMessage(EvidenceProblem.TOO_MUCH.key());
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(redrawn(Samples.pdf(1))).hasSize(1);
  }

  @Test
  void T19_T20_theReader_hasLittleMemory_noneOfOurSettings_andAFolderThatIsGoneAfterwards()
      throws Exception {
    Path reader = Path.of(System.getProperty("java.io.tmpdir"));
    long before = workFolders(reader);
    AtomicReference<String> seen = new AtomicReference<>("");
    Redrawing hasty = new Redrawing(folder, Duration.ofMillis(1500));
    Thread looking = new Thread(() -> seen.set(lookAtReader()));
    looking.start();
    assertThatThrownBy(() -> hasty.redraw(FileKind.PDF, Samples.bombPdf(600)))
        .hasMessage(EvidenceProblem.TOO_MUCH.key());
    looking.join();

    assertThat(seen.get()).contains("latchkey-redraw", "-Xmx384m").doesNotContain("PATH=", "HOME=");
    assertThat(workFolders(reader)).isEqualTo(before);
  }

  /** Working folder, command and environment of the reader, as the system knows them. */
  private static String lookAtReader() {
    return Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(
            () -> {
              long id = ProcessHandle.current().children().findFirst().orElseThrow().pid();
              Path process = Path.of("/proc", Long.toString(id));
              return Files.readSymbolicLink(process.resolve("cwd"))
                  + " "
                  + Files.readString(process.resolve("cmdline"))
                  + " "
                  + Files.readString(process.resolve("environ"));
            },
            text -> text.contains("-Xmx"));
  }

  private static long workFolders(Path in) throws IOException {
    try (Stream<Path> all = Files.list(in)) {
      return all.filter(path -> path.getFileName().toString().startsWith("latchkey-redraw"))
          .count();
    }
  }

  @Test
  void theReader_isFoundFromAnyWorkingFolder() {
    assertThat(RedrawCommand.absolute("latchkey.jar" + File.pathSeparator + "lib/x.jar"))
        .isEqualTo(
            Path.of("latchkey.jar").toAbsolutePath()
                + File.pathSeparator
                + Path.of("lib/x.jar").toAbsolutePath());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../etc/passwd|passwd",
        "C:\\Users\\me\\letter.pdf|letter.pdf",
        "..|file",
        "''|file",
        "invoice\u202Egpj.exe|invoicegpj.exe",
        "a\u0000b\u200B\u2066.png|ab.png",
        "<script>alert(1)</script>|script>",
        "${7*7} #{7*7}.png|${7*7} #{7*7}.png",
        "通帳の写真.jpg|通帳の写真.jpg",
        "पासबुक.jpg|पासबुक.jpg"
      })
  void T15_T19_aName_isMadeHarmless_andShownAsText(String given, String kept) {
    assertThat(FileNames.safe(given)).isEqualTo(kept);
  }

  @Test
  void T19_aLongName_isCut_withoutBreakingACharacter() {
    assertThat(FileNames.safe("😀".repeat(60))).isEqualTo("😀".repeat(40));
    assertThat(FileNames.safe("a" + "😀".repeat(60))).isEqualTo("a" + "😀".repeat(39));
    assertThat(FileNames.safe(null)).isEqualTo("file");
  }

  @Test
  void aSavedFile_endsWithWhatItIs() {
    assertThat(FileNames.withExtension("bank.JPEG", FileKind.PNG)).isEqualTo("bank.png");
    assertThat(FileNames.withExtension("setup.exe", FileKind.JPEG)).isEqualTo("setup.exe.jpg");
  }
}
