package dev.latchkey.review.evidence;

import java.time.Instant;

/**
 * A file that a person added to a request.
 *
 * @param name as the person's device calls it, made harmless; to be shown as text
 * @param pages pictures that it was drawn into, 1 or more
 * @param bytes of those pictures together
 * @param addedAt UTC
 */
public record Evidence(
    String id, String name, FileKind kind, int pages, long bytes, Instant addedAt) {}
