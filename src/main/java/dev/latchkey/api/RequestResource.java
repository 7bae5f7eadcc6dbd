package dev.latchkey.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.review.Fact;
import dev.latchkey.review.QueuePlace;
import dev.latchkey.review.evidence.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A request to support as its client sees it. Members that are null are left out. */
@Schema(name = "Request")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "Keys of the facts that can be told with StatementGiven: lost-since, last-sign-in,"
                    + " account-since, old-address, home-region (ISO 3166) or language",
            example = "[\"lost-since\", \"last-sign-in\", \"account-since\"]")
        List<String> asks,
    @Schema(
            description = "When support got the request (UTC); missing until then",
            example = "2026-03-01T09:10:00Z")
        Instant receivedAt,
    @Schema(description = "Place in the queue; 1 is the next one", example = "3") Integer place,
    @Schema(
            description = "How long recent requests waited for their decision, in minutes",
            example = "200")
        Long usualMinutes,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Whether files can be added and taken back now",
            example = "true")
        boolean takesFiles,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Files added, at most 3")
        List<File> files) {

  /** A file that was added. */
  @Schema(name = "File")
  record File(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Names it when it is taken back; opens nothing",
              example = "0b5e0f5a-6a0e-4f5c-9a59-6f7a3f0a3c11")
          String id,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "As sent, made harmless; show it as text",
              example = "letter.pdf")
          String name,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"jpeg", "png", "pdf"},
              example = "pdf")
          String kind,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2") int pages) {

    static File of(Evidence file) {
      return new File(file.id(), file.name(), file.kind().key(), file.pages());
    }
  }

  /**
   * @param place null where the request is not in the queue
   */
  static RequestResource of(
      List<Fact> asked,
      Instant receivedAt,
      QueuePlace place,
      boolean takesFiles,
      List<Evidence> files) {
    return new RequestResource(
        asked.stream().map(Fact::key).toList(),
        receivedAt,
        place == null ? null : place.place(),
        place == null ? null : place.usualWait().toMinutes(),
        takesFiles,
        files.stream().map(File::of).toList());
  }
}
