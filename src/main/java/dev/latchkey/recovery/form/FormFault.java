package dev.latchkey.recovery.form;

/**
 * Why an answer cannot be used.
 *
 * @param key of the field
 * @param problem key of the text
 * @param limit that the text names, or null
 */
public record FormFault(String key, String problem, String limit) {}
