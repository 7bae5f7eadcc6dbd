package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People at real browsers with the whole application behind the pages. One browser serves a class;
 * each screen in it is a device of its own, with its own cookies.
 */
abstract class BrowserTest extends ApplicationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static Chromium chromium;

  @Autowired JdbcClient jdbc;
  @Autowired RuntimeService runtime;

  @Value("${latchkey.data-folder}")
  Path dataFolder;

  protected Post post;
  private final List<BrowserContext> devices = new ArrayList<>();
  private Duration passed = Duration.ZERO;

  @BeforeAll
  static void startTheBrowser() {
    PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
    chromium = Chromium.start();
  }

  @AfterAll
  static void closeTheBrowser() {
    chromium.close();
  }

  @BeforeEach
  final void findTheMailroom() {
    post = new Post(jdbc);
  }

  /** Neither limits nor the health of a channel know of what other tests sent. */
  @BeforeEach
  final void whatOthersSentIsLongAgo() {
    jdbc.sql("update message set created_at = created_at - interval '1' hour").update();
  }

  /** Pages that ask by themselves go first, so that none sees time run back. */
  @AfterEach
  final void putTheDevicesAway() {
    devices.forEach(BrowserContext::close);
    ClockUtil.reset();
  }

  /** A page on a device that nobody has used yet; sizes in CSS pixels. */
  protected final Page newPage(int width, int height) {
    return newPage(width, height, "en");
  }

  /** The same on a device whose owner reads this language. */
  protected final Page newPage(int width, int height, String language) {
    return newPage(
        new Browser.NewContextOptions().setViewportSize(width, height).setLocale(language));
  }

  /** The same in a browser that runs no scripts. */
  protected final Page newPageWithoutScripts(int width, int height) {
    return newPage(
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setLocale("en")
            .setJavaScriptEnabled(false));
  }

  private Page newPage(Browser.NewContextOptions options) {
    BrowserContext device = chromium.browser().newContext(options);
    device.setDefaultTimeout((double) PATIENCE.toMillis());
    devices.add(device);
    return device.newPage();
  }

  /** The engine's clock jumps; its jobs run by themselves. */
  protected final void timePasses(Duration time) {
    passed = passed.plus(time);
    ClockUtil.offset(passed.toMillis());
  }

  /** What the application takes for now. */
  protected static Instant now() {
    return ClockUtil.now().toInstant();
  }

  /** Waits until it can be seen. */
  protected static void eventually(Locator locator) {
    assertThat(locator.first()).isVisible();
  }

  /** The newest code at an address, once that many messages have arrived there. */
  protected final String codeSentTo(String address, int messages) {
    Awaitility.await().atMost(PATIENCE).until(() -> post.at(address).size() >= messages);
    return post.codeAt(address);
  }

  /** Waits until a case of the account has come to this element of its diagram. */
  protected final void reaches(String accountId, String element) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                runtime.createProcessInstanceQuery().activityIdIn(element).list().stream()
                    .anyMatch(process -> isOf(accountId, process.getBusinessKey())));
  }

  private boolean isOf(String accountId, String caseId) {
    return jdbc.sql("select account_id from recovery_case where id = ?")
        .param(caseId)
        .query(String.class)
        .list()
        .contains(accountId);
  }

  /** Waits until a message with these words has arrived. */
  protected final void isTold(String address, String words) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> post.at(address).stream().anyMatch(text -> text.contains(words)));
  }

  /** The first password of a member of staff. */
  protected final String passwordOf(String staff) throws IOException {
    List<String> lines = Files.readAllLines(dataFolder.resolve("staff-logins.txt"));
    return lines.stream()
        .map(line -> line.trim().split("\\s+"))
        .filter(words -> words.length >= 2 && words[0].equals(staff))
        .map(words -> words[1])
        .findFirst()
        .orElseThrow();
  }
}
