package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.review.evidence.Evidence;
import dev.latchkey.review.evidence.EvidenceFiles;
import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Asking;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Multipart;
import dev.latchkey.testing.Post;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files on their way from a person's browser or program into the database. */
class EvidenceUploadTests extends ApplicationTest {
  private static final String PAGE = "/recovery";
  private static final String ADD = "/recovery/evidence";
  private static final String API = "/api/v1/recoveries/current/evidence";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** One request for all that is refused: none of it takes a place. */
  private static Guest asking;

  @Autowired private RecoveryService recoveries;
  @Autowired private EvidenceFiles files;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void somebodyAsks() {
    jdbc.sql("update message set created_at = created_at - interval '1' hour").update();
    jdbc.sql("update evidence set added_at = added_at - interval '2' day").update();
    if (asking == null || asking.sees().status() != RecoveryStatus.OPEN) {
      asking = asks();
    }
  }

  private Guest asks() {
    return Asking.support(recoveries, new Post(jdbc), "nobody-" + UUID.randomUUID());
  }

  private List<Evidence> kept(Guest guest) {
    return files.of(guest.sees().caseId());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  /** As a browser sends the form of the page that it has just loaded. */
  private HttpResponse<String> submits(Guest guest, String path, Multipart form, String language) {
    String cookie = PageCookies.RECOVERY + "=" + guest.token();
    HttpResponse<String> page =
        send(to(PAGE).header("Cookie", cookie).header("Accept-Language", language));
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).as(page.body()).isTrue();
    String formCookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    return send(
        to(path)
            .header("Cookie", cookie + "; " + formCookie)
            .header("Accept-Language", language)
            .header("Content-Type", Multipart.TYPE)
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    form.field("_csrf", token.group(1)).bytes())));
  }

  private HttpResponse<String> adds(Guest guest, String name, byte[] content) {
    return submits(guest, ADD, new Multipart().file("file", name, content), "en");
  }

  private HttpResponse<String> addsByProgram(String token, byte[] content) {
    byte[] body = new Multipart().file("file", "a.jpg", content).bytes();
    return send(
        to(API)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", Multipart.TYPE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("nothing", new byte[0], "choose a file first"),
        Arguments.of("scanners' test file", Samples.EICAR, "Only JPEG and PNG pictures"),
        Arguments.of("SVG", text("<svg onload='alert(1)'/>"), "Only JPEG and PNG pictures"),
        Arguments.of("page", text("<html><script>1</script>"), "Only JPEG and PNG pictures"),
        Arguments.of("archive", text("PK\3\4"), "Only JPEG and PNG pictures"),
        Arguments.of("flood of points", Samples.flood(60_000, 60_000), "too many points"),
        Arguments.of("broken picture", Samples.large(200), "damaged"),
        Arguments.of("too many pages", Samples.pdf(11), "more than 10 pages"),
        Arguments.of("locked", Samples.lockedPdf(), "only with a password"),
        Arguments.of("large", Samples.large(EvidenceFiles.LARGEST + 1), "larger than 5 MB"),
        Arguments.of("very large", Samples.large(20_000_000), "larger than 5 MB"));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void T19_isRefused_withTheReasonBesideTheField(String kind, byte[] content, String words) {
    HttpResponse<String> answer = adds(asking, "letter.jpg", content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"file-problem\"").contains(words);
    assertThat(kept(asking)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja", "mr"})
  void T19_theReasonIsSaidInTheReadersLanguage(String language) {
    Multipart form = new Multipart().file("file", "a.svg", Samples.EICAR);
    String words = Map.of("en", "Only JPEG", "ja", "JPEGとPNGの画像", "mr", "फक्त JPEG").get(language);
    assertThat(submits(asking, ADD, form, language).body()).contains(words);
  }

  @Test
  void T15_T19_whatIsKept_isEncryptedPictures_underAHarmlessName() {
    Guest guest = asks();
    String name = "../../<script>alert(1)</script>\u202E${7*7}.jpg";
    HttpResponse<String> answer = adds(guest, name, Samples.polyglot());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(kept(guest)).singleElement().matches(f -> f.name().equals("script>${7*7}.jpg"));
    byte[] stored =
        jdbc.sql(
                """
                select content from evidence_page where evidence_id in
                  (select id from evidence where case_id = ?)
                """)
            .param(guest.sees().caseId())
            .query(byte[].class)
            .single();
    for (String words : List.of("JFIF", "Exif", Samples.HIDDEN, "script", "EICAR")) {
      assertThat(Samples.contains(stored, words)).as(words).isFalse();
    }
    String page = page(guest);
    assertThat(page).contains("script&gt;${7*7}.jpg").doesNotContain("<script>alert");
  }

  private String page(Guest guest) {
    return send(to(PAGE).header("Cookie", PageCookies.RECOVERY + "=" + guest.token())).body();
  }

  @Test
  void T2_T19_ofFilesSentAtOnce_noMoreThanThreeAreKept() throws Exception {
    Guest guest = asks();
    byte[] picture = Samples.png(30, 30);
    Race.run(6, () -> addsByProgram(guest.token(), picture).statusCode());
    assertThat(kept(guest)).hasSizeBetween(1, EvidenceFiles.MOST);
    while (kept(guest).size() < EvidenceFiles.MOST) {
      assertThat(addsByProgram(guest.token(), picture).statusCode()).isEqualTo(201);
    }
    HttpResponse<String> full = addsByProgram(guest.token(), picture);
    assertThat(full.statusCode()).isEqualTo(422);
    assertThat(full.body()).contains("file-full");
  }

  @Test
  void T19_triesAreCounted_forARequestAndForANetwork() {
    Guest guest = asks();
    String row =
        """
        insert into evidence (id, case_id, client_hash, state, name, kind, added_at)
        select 'try-' || :case || x, :case, 'other', 'REFUSED', 'x', 'JPEG', current_timestamp
        from system_range(1, 20)
        """;
    jdbc.sql(row.replace("'try-' || :case || x", "cast(random_uuid() as varchar(36))"))
        .param("case", guest.sees().caseId())
        .update();
    assertThat(addsByProgram(guest.token(), Samples.png(9, 9)).body()).contains("file-too-often");
    jdbc.sql("delete from evidence where case_id = ?").param(guest.sees().caseId()).update();
    assertThat(addsByProgram(guest.token(), Samples.png(9, 9)).statusCode()).isEqualTo(201);
    String mine =
        jdbc.sql("select client_hash from evidence where case_id = ?")
            .param(guest.sees().caseId())
            .query(String.class)
            .single();
    jdbc.sql(
            row.replace("'try-' || :case || x", "cast(random_uuid() as varchar(36))")
                .replace("'other'", ":client")
                .replace("(1, 20)", "(1, 30)"))
        .param("case", asks().sees().caseId())
        .param("client", mine)
        .update();
    assertThat(addsByProgram(guest.token(), Samples.png(9, 9)).body()).contains("file-too-often");
  }

  @Test
  void T10_withoutTheFormsToken_nothingIsAdded() {
    byte[] body = new Multipart().file("file", "a.png", Samples.png(9, 9)).bytes();
    for (String path : List.of(ADD, ADD + "/remove", "/recovery/statement")) {
      HttpResponse<String> answer =
          send(
              to(path)
                  .header("Cookie", PageCookies.RECOVERY + "=" + asking.token())
                  .header("Content-Type", Multipart.TYPE)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
    }
    assertThat(kept(asking)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/recovery/code", "/recovery/evidence/remove", "/api/v1/recoveries", "/"})
  void T19_elsewhere_largeRequestsAreStillEnded(String path) {
    byte[] body = new Multipart().file("file", "a.jpg", Samples.large(100_000)).bytes();
    HttpResponse<String> answer =
        send(
            to(path)
                .header("Content-Type", Multipart.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void F1_aFileSentWithTheStatement_isKeptFirst_andARefusedOneLosesNothing() {
    Guest guest = Asking.atTheForm(recoveries, "nobody-" + UUID.randomUUID());
    HttpResponse<String> refused =
        submits(guest, "/recovery/statement", statement(guest, Samples.EICAR), "en");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Only JPEG and PNG pictures")
        .contains("My phone is gone.")
        .contains("value=\"2019-03\"")
        .contains("value=\"me@example.net\"")
        .containsPattern("name=\"lost_phone\"[^>]*checked");
    assertThat(guest.sees().step()).isEqualTo("describe-situation");

    HttpResponse<String> taken =
        submits(guest, "/recovery/statement", statement(guest, Samples.pdf(2)), "en");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
    assertThat(kept(guest)).singleElement().matches(file -> file.pages() == 2);
    assertThat(guest.sees().step()).isNotEqualTo("describe-situation");
  }

  private static Multipart statement(Guest guest, byte[] file) {
    return new Multipart()
        .field("step", String.valueOf(guest.sees().stepNumber()))
        .field("statement", "My phone is gone.")
        .field("lost_phone", "1")
        .field("account_since", "2019-03")
        .field("contact", "me@example.net")
        .file("file", "letter.pdf", file);
  }

  @Test
  void T11_aFileIsTakenBackByItsOwnRequestAlone() {
    Guest guest = asks();
    assertThat(addsByProgram(guest.token(), Samples.png(9, 9)).statusCode()).isEqualTo(201);
    String id = kept(guest).get(0).id();
    assertThat(removes(asking.token(), id)).isEqualTo(404);
    assertThat(removes("wrong", id)).isEqualTo(401);
    assertThat(removes(guest.token(), UUID.randomUUID().toString())).isEqualTo(404);
    assertThat(kept(guest)).hasSize(1);
    assertThat(removes(guest.token(), id)).isEqualTo(204);
    assertThat(kept(guest)).isEmpty();
    assertThat(pagesOf(guest)).isZero();
  }

  private int removes(String token, String id) {
    return send(to(API + "/" + id).header("Authorization", "Bearer " + token).DELETE())
        .statusCode();
  }

  private int pagesOf(Guest guest) {
    return jdbc.sql(
            """
            select count(*) from evidence_page where evidence_id in
              (select id from evidence where case_id = ?)
            """)
        .param(guest.sees().caseId())
        .query(Integer.class)
        .single();
  }

  @Test
  void F1_afterWithdrawing_theFilesAreGone_andNoneIsTaken() {
    Guest guest = asks();
    assertThat(addsByProgram(guest.token(), Samples.pdf(2)).statusCode()).isEqualTo(201);
    assertThat(pagesOf(guest)).isEqualTo(2);
    HttpResponse<String> withdrawn = submits(guest, "/recovery/cancel", new Multipart(), "en");
    assertThat(withdrawn.statusCode()).isEqualTo(302);
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(kept(guest)).isEmpty();
    assertThat(pagesOf(guest)).isZero();
    assertThat(addsByProgram(guest.token(), Samples.png(9, 9)).statusCode()).isEqualTo(409);
  }

  @Test
  void program_getsProblemDocuments() {
    HttpResponse<String> wrong = addsByProgram(asking.token(), Samples.EICAR);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(wrong.body()).contains("\"field\":\"file\"").contains("\"problem\":\"file-kind\"");
    assertThat(addsByProgram("wrong", Samples.png(9, 9)).statusCode()).isEqualTo(401);
    HttpResponse<String> without =
        send(
            to(API)
                .header("Authorization", "Bearer " + asking.token())
                .header("Content-Type", Multipart.TYPE)
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        new Multipart().field("other", "x").bytes())));
    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(without.body()).contains("/problems/unreadable");
  }
}
