package dev.latchkey.review;

/**
 * Something that a person said about the account.
 *
 * @param fact key of the fact or question
 * @param answer as they wrote it, tidied; null while a question is not answered yet
 */
public record Stated(String fact, String answer) {}
