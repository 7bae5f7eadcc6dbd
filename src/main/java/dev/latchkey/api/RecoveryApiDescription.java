package dev.latchkey.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Addresses of the REST interface with their description, apart from what they do. */
@Tag(name = "Recoveries", description = "Get a person back into an account")
@RequestMapping("/api/v1/recoveries")
interface RecoveryApiDescription {
  String JSON = "application/json";
  String PROBLEM = "application/problem+json";
  String BEARER = "recoveryToken";

  @Operation(
      summary = "Open a recovery",
      description =
          "Answers in the same way whether or not there is such an account. The returned token is"
              + " the only key to the recovery.")
  @ApiResponse(
      responseCode = "201",
      description = "Opened",
      headers = @Header(name = "Location", schema = @Schema(type = "string")),
      content = @Content(mediaType = JSON, schema = @Schema(implementation = HeldRecovery.class)))
  @ApiResponse(
      responseCode = "400",
      description = "Not the described JSON",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unreadable", value = ApiExamples.UNREADABLE)))
  @ApiResponse(
      responseCode = "422",
      description = "Neither an e-mail address, nor a phone number, nor a possible user name",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unusable", value = ApiExamples.BAD_IDENTIFIER)))
  @ApiResponse(
      responseCode = "429",
      description = "Too many recoveries from this network",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds to wait",
              schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "too-many", value = ApiExamples.TOO_MANY)))
  @PostMapping(consumes = JSON)
  ResponseEntity<Object> open(
      @RequestBody OpenRequest request,
      @Parameter(hidden = true) Locale accepted,
      @Parameter(hidden = true) HttpServletRequest client);

  @Operation(summary = "Read the recovery", description = "Changes nothing. Poll it while waiting.")
  @SecurityRequirement(name = BEARER)
  @ApiResponse(
      responseCode = "200",
      description = "The recovery as it stands",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = RecoveryResource.class)))
  @ApiResponse(
      responseCode = "401",
      description = "No recovery has this token, or there is no token",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknown", value = ApiExamples.UNKNOWN)))
  @GetMapping("/current")
  ResponseEntity<Object> read(
      @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false)
          String authorization);

  @Operation(
      summary = "Answer the step",
      description =
          "Only what the recovery offers now is taken. A wrong code is not an error of the request:"
              + " the recovery then has the notice wrong-code.")
  @SecurityRequirement(name = BEARER)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = JSON,
              schema = @Schema(implementation = AnswerRequest.class),
              examples = {
                @ExampleObject(name = "code", value = ApiExamples.CODE),
                @ExampleObject(name = "backup code", value = ApiExamples.BACKUP_CODE),
                @ExampleObject(name = "another way", value = ApiExamples.ANOTHER_WAY),
                @ExampleObject(name = "send again", value = ApiExamples.RESEND),
                @ExampleObject(name = "ask support", value = ApiExamples.STATEMENT),
                @ExampleObject(name = "answer support", value = ApiExamples.SUPPORT_ANSWER),
                @ExampleObject(name = "new password", value = ApiExamples.PASSWORD),
                @ExampleObject(name = "own form", value = ApiExamples.FORM)
              }))
  @ApiResponse(
      responseCode = "200",
      description = "Taken; the recovery as it stands after it",
      content = @Content(mediaType = JSON, schema = @Schema(implementation = HeldRecovery.class)))
  @ApiResponse(
      responseCode = "400",
      description = "Not the described JSON",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unreadable", value = ApiExamples.UNREADABLE)))
  @ApiResponse(
      responseCode = "401",
      description = "No recovery has this token, or there is no token",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknown", value = ApiExamples.UNKNOWN)))
  @ApiResponse(
      responseCode = "409",
      description = "The recovery does not wait for this now",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "not waited for", value = ApiExamples.LATE)))
  @ApiResponse(
      responseCode = "422",
      description = "An input cannot be used, or the password breaks a rule; nothing was counted",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "unusable", value = ApiExamples.UNUSABLE),
                @ExampleObject(name = "own form", value = ApiExamples.BAD_FORM),
                @ExampleObject(name = "weak password", value = ApiExamples.WEAK)
              }))
  @PostMapping(path = "/current/answers", consumes = JSON)
  ResponseEntity<Object> answer(
      @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false)
          String authorization,
      @RequestBody AnswerRequest request);

  @Operation(summary = "Give the recovery up", description = "Nothing about the account changes.")
  @SecurityRequirement(name = BEARER)
  @ApiResponse(responseCode = "204", description = "Cancelled", content = @Content)
  @ApiResponse(
      responseCode = "401",
      description = "No recovery has this token, or there is no token",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknown", value = ApiExamples.UNKNOWN)))
  @ApiResponse(
      responseCode = "409",
      description = "The recovery is over",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "over", value = ApiExamples.LATE)))
  @DeleteMapping("/current")
  ResponseEntity<Object> cancel(
      @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false)
          String authorization);
}
