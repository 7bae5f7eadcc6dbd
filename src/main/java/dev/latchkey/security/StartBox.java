package dev.latchkey.security;

import dev.latchkey.account.DemoAccount;
import dev.latchkey.account.DemoAccounts;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * One box in the log, when everything is ready: where to look and with which login. Passwords are
 * shown by the embedded default alone; other logs are kept and read by others.
 */
@Component
class StartBox {
  private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey");
  private final BaseUrl baseUrl;
  private final boolean demo;
  private final boolean mailroom;
  private final StaffLogins logins;
  private final Staff staff;
  private final StaffOidc oidc;
  private final ObjectProvider<DemoAccounts> demoAccounts;

  StartBox(
      @Value("${latchkey.base-url}") URI baseUrl,
      @Value("${latchkey.demo.enabled}") boolean demo,
      @Value("${latchkey.messaging.text.provider:mailroom}") String texts,
      @Value("${latchkey.messaging.mail.provider:mailroom}") String mails,
      StaffLogins logins,
      Staff staff,
      StaffOidc oidc,
      ObjectProvider<DemoAccounts> demoAccounts) {
    this.baseUrl = new BaseUrl(baseUrl);
    this.demo = demo;
    this.mailroom = "mailroom".equals(texts) || "mailroom".equals(mails);
    this.logins = logins;
    this.staff = staff;
    this.oidc = oidc;
    this.demoAccounts = demoAccounts;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    List<String> lines = new ArrayList<>(addresses());
    section(lines, "Accounts to try (passwords and backup codes as first made)", accountLines());
    section(lines, "Staff (Tasklist, Cockpit, Admin)", staffLines());
    LOG.info("Latchkey is ready\n{}", framed(lines));
  }

  private List<String> addresses() {
    List<String> lines = new ArrayList<>();
    lines.add("Start page       " + baseUrl.page("/"));
    lines.add("Sign in          " + baseUrl.page("/account/sign-in"));
    if (mailroom) {
      lines.add("Mailroom         " + baseUrl.page("/mailroom"));
    }
    lines.add("Tasklist         " + baseUrl.page("/camunda/app/tasklist/"));
    lines.add("Cockpit          " + baseUrl.page("/camunda/app/cockpit/"));
    lines.add("Process versions " + baseUrl.page("/staff/processes"));
    lines.add("API description  " + baseUrl.page("/api/docs"));
    return lines;
  }

  private List<String> accountLines() {
    DemoAccounts accounts = demo ? demoAccounts.getIfAvailable() : null;
    return accounts == null
        ? List.of()
        : accounts.list().stream().flatMap(account -> lines(account).stream()).toList();
  }

  private static List<String> lines(DemoAccount account) {
    List<String> lines = new ArrayList<>();
    lines.add(account.userName() + ": " + account.situation());
    lines.add("  identifiers   " + String.join(", ", account.identifiers()));
    lines.add("  password      " + account.password());
    if (!account.backupCodes().isEmpty()) {
      lines.add("  backup codes  " + String.join("  ", account.backupCodes()));
    }
    if (account.appSecret() != null) {
      lines.add("  app secret    " + account.appSecret());
    }
    return lines;
  }

  private List<String> staffLines() {
    if (oidc.enabled()) {
      return List.of("Sign in at " + oidc.issuer());
    }
    if (demo && !logins.fresh().isEmpty()) {
      return staff.members().stream().map(this::login).toList();
    }
    return Files.exists(logins.file())
        ? List.of("First passwords are in " + logins.file() + "; hand them out, then delete it")
        : List.of("Passwords were made at first start; an administrator can set new ones");
  }

  private String login(Staff.Member member) {
    return "%-6s %s  (%s)"
        .formatted(
            member.id(), logins.fresh().get(member.id()), String.join(", ", member.groups()));
  }

  private static void section(List<String> lines, String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(title);
      content.forEach(line -> lines.add("  " + line));
    }
  }

  private static String framed(List<String> lines) {
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    String edge = "+" + "-".repeat(width + 2) + "+";
    return lines.stream()
        .map(line -> "| " + line + " ".repeat(width - line.length()) + " |")
        .collect(Collectors.joining("\n", edge + "\n", "\n" + edge));
  }
}
