package dev.latchkey.web;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Two messages for the mailroom's page, to see how it looks. */
public final class SentMessages {
  private static final OffsetDateTime NOW = Situations.NOW.atOffset(ZoneOffset.UTC);

  /** A run of text, or a link. */
  public record Piece(String text, boolean link) {}

  /** What the page shows of a message. */
  public record Sent(
      String id,
      String channel,
      String sender,
      String target,
      String subject,
      String text,
      String html,
      OffsetDateTime sentAt) {

    /** The text with its links apart. */
    public List<Piece> pieces() {
      return List.of(
          new Piece(text, false),
          new Piece("https://recover.example.com/not-me?t=" + "abcdefgh".repeat(6), true));
    }
  }

  private SentMessages() {}

  static List<Sent> newestFirst() {
    Sent mail =
        new Sent(
            "2",
            "EMAIL",
            "Latchkey <noreply@example.com>",
            "aiko@example.com",
            "Your code",
            "Your code is 493017.\n\nThis was not you? ",
            "<!DOCTYPE html><html lang=en><title>Your code</title><p>Your code is 493017.</html>",
            NOW);
    Sent text =
        new Sent(
            "1", "TEXT_MESSAGE", "Latchkey", "+819012345678", null, "493017 is it. ", null, NOW);
    return List.of(mail, text);
  }
}
