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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Addresses of apps' sign-ins with their description, apart from what they do. */
@Tag(name = "Sign-ins", description = "Let an app that cannot show a second step sign in")
@RequestMapping("/api/v1/sign-ins")
interface SignInApiDescription {
  String JSON = RecoveryApiDescription.JSON;
  String PROBLEM = RecoveryApiDescription.PROBLEM;
  String BEARER = "sessionToken";

  @Operation(
      summary = "Sign an app in",
      description =
          "With a temporary password, which works once, or with the main password of an account"
              + " without two-step sign-in. The session can change nothing about the account.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = JSON,
              schema = @Schema(implementation = SignInRequest.class),
              examples = @ExampleObject(name = "temporary password", value = ApiExamples.SIGN_IN)))
  @ApiResponse(
      responseCode = "201",
      description = "Signed in",
      headers = @Header(name = "Location", schema = @Schema(type = "string")),
      content = @Content(mediaType = JSON, schema = @Schema(implementation = HeldSession.class)))
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
      description =
          "Unknown name, wrong, used or outdated password, or too many tries; which, is not said",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "refused", value = ApiExamples.SIGN_IN_REFUSED)))
  @ApiResponse(
      responseCode = "403",
      description = "The account or the kind of code wants another way of signing in",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(
                    name = "second factor needed",
                    value = ApiExamples.SECOND_FACTOR_NEEDED),
                @ExampleObject(name = "password too short", value = ApiExamples.PASSWORD_TOO_SHORT),
                @ExampleObject(name = "backup code", value = ApiExamples.BACKUP_CODE_REFUSED)
              }))
  @ApiResponse(
      responseCode = "422",
      description = "A member is missing or too long; nothing was counted",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unusable", value = ApiExamples.SIGN_IN_UNUSABLE)))
  @PostMapping(consumes = JSON)
  ResponseEntity<Object> signIn(
      @RequestBody SignInRequest request, @Parameter(hidden = true) HttpServletRequest client);

  @Operation(summary = "Read the session", description = "Using it keeps it from running idle.")
  @SecurityRequirement(name = BEARER)
  @ApiResponse(
      responseCode = "200",
      description = "The session is running",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = SessionResource.class)))
  @ApiResponse(
      responseCode = "401",
      description = "No running session of an app has this token, or there is no token",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknown", value = ApiExamples.UNKNOWN_SESSION)))
  @GetMapping("/current")
  ResponseEntity<Object> read(
      @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false)
          String authorization);

  @Operation(summary = "Sign the app out", description = "The token stops working.")
  @SecurityRequirement(name = BEARER)
  @ApiResponse(responseCode = "204", description = "Signed out", content = @Content)
  @ApiResponse(
      responseCode = "401",
      description = "No running session of an app has this token, or there is no token",
      content =
          @Content(
              mediaType = PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknown", value = ApiExamples.UNKNOWN_SESSION)))
  @DeleteMapping("/current")
  ResponseEntity<Object> signOut(
      @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false)
          String authorization);
}
