package dev.latchkey.messaging.mailroom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text parted into what is a link and what is not, so that a page can make links to click on. */
final class LinkedText {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  private LinkedText() {}

  /**
   * A piece of text.
   *
   * @param link whether it is the address of a page
   */
  record Piece(String text, boolean link) {}

  static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher links = LINK.matcher(text);
    int end = 0;
    while (links.find()) {
      pieces.add(new Piece(text.substring(end, links.start()), false));
      pieces.add(new Piece(links.group(), true));
      end = links.end();
    }
    pieces.add(new Piece(text.substring(end), false));
    return pieces;
  }
}
