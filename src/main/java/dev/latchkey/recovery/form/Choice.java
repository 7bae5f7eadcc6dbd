package dev.latchkey.recovery.form;

/**
 * One of several answers.
 *
 * @param value what the process gets
 */
public record Choice(String value, LocalText label) {}
