package dev.latchkey.review;

/**
 * Something that people who own the account seldom cause.
 *
 * @param key names it in tests and styles
 * @param weight 1 for what happens to honest people too, 2 for what hardly does, 4 for what they
 *     said was not them
 * @param reason why it counts here, a sentence for staff; without addresses and without what is on
 *     file
 */
public record RiskSign(String key, int weight, String reason) {}
