package dev.latchkey.web;

/**
 * An input that cannot be used, said next to its field.
 *
 * @param field name of the input
 * @param text in the reader's language
 */
record FieldProblem(String field, String text) {}
