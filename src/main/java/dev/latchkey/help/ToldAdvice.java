package dev.latchkey.help;

import java.util.List;

/**
 * Advice in the words of one language.
 *
 * @param title a fact, or a question
 * @param text what it means and what to do; null for a question
 * @param guides what to do, step by step
 * @param sinceLabel what the moment of the fact is called
 */
public record ToldAdvice(
    Advice advice, String title, String text, List<Guide> guides, String sinceLabel) {

  /**
   * Steps for one device or provider.
   *
   * @param title which one
   * @param steps one action each, in order
   */
  public record Guide(String key, String title, List<String> steps) {}
}
