package dev.latchkey.flow;

import java.util.List;

/**
 * What changed in a file.
 *
 * @param sentences none if nothing did
 */
public record FileChanges(String file, List<String> sentences) {}
