package dev.latchkey.help;

import java.util.List;

/**
 * A topic in one language.
 *
 * @param what two or three sentences on what has happened
 * @param steps what to do, one thing each
 * @param otherwise what remains if the steps do not help
 * @param keywords words that people use for it, for searching; never shown
 */
public record HelpArticle(
    HelpTopic topic,
    String title,
    String what,
    List<String> steps,
    String otherwise,
    List<String> keywords) {}
