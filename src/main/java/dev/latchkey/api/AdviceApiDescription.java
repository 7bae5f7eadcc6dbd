package dev.latchkey.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Address of the advice with its description, apart from what it does. */
@Tag(name = "Recoveries")
interface AdviceApiDescription {

  @Operation(
      summary = "Ask why no code came",
      description =
          "Changes nothing. Tells what is known, then what the symptom says, then what can be"
              + " asked; in the language of Accept-Language. Says the same whether or not there is"
              + " such an account.")
  @SecurityRequirement(name = RecoveryApiDescription.BEARER)
  @ApiResponse(
      responseCode = "200",
      description = "The reasons; none where the recovery waits for no code",
      content =
          @Content(
              mediaType = RecoveryApiDescription.JSON,
              schema = @Schema(implementation = AdviceResource.All.class),
              examples = @ExampleObject(name = "unreachable", value = ApiExamples.ADVICE)))
  @ApiResponse(
      responseCode = "401",
      description = "No recovery has this token, or there is no token",
      content =
          @Content(
              mediaType = RecoveryApiDescription.PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknown", value = ApiExamples.UNKNOWN)))
  @ApiResponse(
      responseCode = "422",
      description = "No reason at this step has this symptom",
      content =
          @Content(
              mediaType = RecoveryApiDescription.PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unusable", value = ApiExamples.BAD_SYMPTOM)))
  @GetMapping("/api/v1/recoveries/current/advice")
  ResponseEntity<Object> advice(
      @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false)
          String authorization,
      @Parameter(
              description = "What the person says is the matter: one of the symptoms asked",
              example = "phone-offline")
          @RequestParam(name = "symptom", required = false)
          String symptom,
      @Parameter(hidden = true) Locale locale);
}
