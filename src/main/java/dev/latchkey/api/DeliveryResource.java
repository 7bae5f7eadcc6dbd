package dev.latchkey.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.help.CodeNews;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What a client is told of a code on its way: the same whether or not the account exists. */
@Schema(name = "Delivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"text-message", "email"},
            example = "text-message")
        String channel,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "How far the code came, as its provider reports",
            allowableValues = {"queued", "sent", "delivered", "undelivered", "expired"},
            example = "delivered")
        String state,
    @Schema(
            description = "Why it did not arrive; with state undelivered",
            allowableValues = {
              "unknown-number",
              "unreachable",
              "blocked",
              "carrier",
              "unknown-address",
              "mailbox-full",
              "other"
            },
            example = "unknown-number")
        String cause,
    @Schema(
            description = "When its provider reported that it was or was not delivered (UTC)",
            example = "2026-03-01T09:00:04Z")
        Instant at) {

  static DeliveryResource of(CodeNews news) {
    return new DeliveryResource(
        news.channel(),
        news.state(),
        news.reason() == null ? null : news.reason().key(),
        news.at());
  }
}
