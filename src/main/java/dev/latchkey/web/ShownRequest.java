package dev.latchkey.web;

import java.time.Instant;

/**
 * A login request as the approving page shows it, without its number.
 *
 * @param device in plain words
 * @param network part of the asking client's network address, or null
 * @param openedAt UTC
 * @param problem why the number last typed was refused, or null
 */
record ShownRequest(String id, String device, String network, Instant openedAt, String problem) {}
