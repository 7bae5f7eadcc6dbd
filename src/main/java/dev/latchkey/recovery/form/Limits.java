package dev.latchkey.recovery.form;

import java.math.BigDecimal;

/**
 * What an answer has to keep to.
 *
 * @param required whether there must be one
 * @param minLength in UTF-16 units, as browsers count; 0 for none
 * @param maxLength in UTF-16 units
 * @param pattern regular expression that fits somewhere in the answer, or null
 * @param min smallest number, or null
 * @param max largest number, or null
 * @param decimals digits behind the point, or null for as many as the person likes
 */
public record Limits(
    boolean required,
    int minLength,
    int maxLength,
    String pattern,
    BigDecimal min,
    BigDecimal max,
    Integer decimals) {}
