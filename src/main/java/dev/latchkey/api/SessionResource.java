package dev.latchkey.api;

import dev.latchkey.account.Session;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An app's session as its client sees it. */
@Schema(name = "Session")
record SessionResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Name in the person's list of sessions",
            example = "Mail on the laptop")
        String app,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "UTC",
            example = "2026-03-01T09:00:00Z")
        Instant startedAt) {

  static SessionResource of(Session session) {
    return new SessionResource(session.device(), session.createdAt());
  }
}
