package dev.latchkey.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what arrived: the mailroom stands for phones and mailboxes. */
public final class Post {
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final Pattern LINK = Pattern.compile("/recovery/link\\?t=([A-Za-z0-9_-]+)");
  private static final Pattern OBJECTION = Pattern.compile("/not-me\\?t=([A-Za-z0-9_-]+)");

  private final JdbcClient jdbc;

  public Post(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Texts that arrived at an address, oldest first. */
  public List<String> at(String address) {
    return jdbc.sql("select text_body from mailroom_message where target = ? order by sent_at")
        .param(address)
        .query(String.class)
        .list();
  }

  /** The newest text that arrived at an address. */
  public String newestAt(String address) {
    List<String> all = at(address);
    if (all.isEmpty()) {
      throw new AssertionError("Nothing arrived at " + address);
    }
    return all.get(all.size() - 1);
  }

  /** The newest code that arrived at an address. */
  public String codeAt(String address) {
    return at(address).stream()
        .map(CODE::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("No code arrived at " + address));
  }

  /** The token of the "enter by link" address in the newest text. */
  public String linkAt(String address) {
    return found(LINK, 1, newestAt(address));
  }

  /** The token of the "this wasn't me" address in the newest text. */
  public String objectionAt(String address) {
    return found(OBJECTION, 1, newestAt(address));
  }

  private static String found(Pattern pattern, int group, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("No " + pattern + " in: " + text);
    }
    return matcher.group(group);
  }
}
