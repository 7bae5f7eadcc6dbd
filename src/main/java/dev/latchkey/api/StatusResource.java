package dev.latchkey.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.help.ServiceNotice;
import dev.latchkey.help.StatusOverview;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the service works at present. Members that are null are left out. */
@Schema(name = "ServiceStatus")
record StatusResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "UTC",
            example = "2026-03-01T09:00:00Z")
        Instant readAt,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<OfChannel> channels,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What staff announced")
        List<Notice> notices,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Messages that go out as soon as their channel works again",
            example = "12")
        int waiting,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Whether staff look into messages that could not be sent",
            example = "false")
        boolean lookedInto) {

  /** One channel. */
  @Schema(name = "ChannelStatus")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfChannel(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"text-message", "email"},
              example = "text-message")
          String channel,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"good", "slow", "down"},
              example = "good")
          String state,
      @Schema(description = "UTC", example = "2026-03-01T08:40:00Z") Instant since,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Countries (ISO 3166) whose numbers fare worse, with their state",
              example = "{\"IN\": \"slow\"}")
          Map<String, String> countries) {}

  /** One announcement. */
  @Schema(name = "ServiceNotice")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Notice(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"outage", "delays", "maintenance", "information"},
              example = "outage")
          String kind,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"text-message\"]")
          List<String> channels,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Countries (ISO 3166) whose numbers it is about; empty for all",
              example = "[\"IN\"]")
          List<String> countries,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Plain text by language",
              example = "{\"en\": \"One carrier has trouble.\"}")
          Map<String, String> texts,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "UTC",
              example = "2026-03-01T08:30:00Z")
          Instant startsAt,
      @Schema(description = "Expected end (UTC)", example = "2026-03-01T12:00:00Z")
          Instant endsAt) {

    static Notice of(ServiceNotice notice) {
      return new Notice(
          notice.kind().key(),
          notice.channelKeys(),
          notice.countries(),
          notice.texts(),
          notice.startsAt(),
          notice.endsAt());
    }
  }

  static StatusResource of(StatusOverview overview) {
    return new StatusResource(
        overview.readAt(),
        overview.channels().stream().map(StatusResource::ofChannel).toList(),
        overview.notices().stream().map(Notice::of).toList(),
        overview.waiting(),
        overview.stuck() > 0);
  }

  private static OfChannel ofChannel(StatusOverview.OfChannel one) {
    Map<String, String> countries = new TreeMap<>();
    one.countries().forEach(worse -> countries.put(worse.country(), worse.state().key()));
    return new OfChannel(one.channel(), one.state().key(), one.since(), countries);
  }
}
