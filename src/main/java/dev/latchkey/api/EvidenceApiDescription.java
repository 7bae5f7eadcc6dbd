package dev.latchkey.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** Addresses of the files of a request with their description, apart from what they do. */
@Tag(name = "Recoveries")
@RequestMapping("/api/v1/recoveries/current/evidence")
interface EvidenceApiDescription {

  @Operation(
      summary = "Add a file to the request to support",
      description =
          "JPEG, PNG or PDF by its content, at most 5 MB and 10 pages, at most 3 files. Kept is a"
              + " picture of what it shows and nothing else of it.")
  @SecurityRequirement(name = RecoveryApiDescription.BEARER)
  @ApiResponse(
      responseCode = "201",
      description = "Kept",
      content =
          @Content(
              mediaType = RecoveryApiDescription.JSON,
              schema = @Schema(implementation = RequestResource.File.class)))
  @ApiResponse(
      responseCode = "400",
      description = "No part \"file\"",
      content =
          @Content(
              mediaType = RecoveryApiDescription.PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unreadable", value = ApiExamples.UNREADABLE)))
  @ApiResponse(
      responseCode = "401",
      description = "No recovery has this token, or there is no token",
      content =
          @Content(
              mediaType = RecoveryApiDescription.PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknown", value = ApiExamples.UNKNOWN)))
  @ApiResponse(
      responseCode = "409",
      description = "The recovery takes no files now",
      content =
          @Content(
              mediaType = RecoveryApiDescription.PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "not waited for", value = ApiExamples.LATE)))
  @ApiResponse(
      responseCode = "422",
      description =
          "Not taken; \"problem\" says why: file-missing, file-too-large, file-kind,"
              + " file-too-many-points, file-too-many-pages, file-protected, file-unreadable,"
              + " file-too-much, file-full, file-too-often or file-busy",
      content =
          @Content(
              mediaType = RecoveryApiDescription.PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "kind", value = ApiExamples.BAD_FILE)))
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Object> add(
      @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false)
          String authorization,
      @RequestPart("file") MultipartFile file,
      @Parameter(hidden = true) HttpServletRequest client);

  @Operation(summary = "Take a file back", description = "Its pictures are deleted.")
  @SecurityRequirement(name = RecoveryApiDescription.BEARER)
  @ApiResponse(responseCode = "204", description = "Deleted", content = @Content)
  @ApiResponse(
      responseCode = "401",
      description = "No recovery has this token, or there is no token",
      content =
          @Content(
              mediaType = RecoveryApiDescription.PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "unknown", value = ApiExamples.UNKNOWN)))
  @ApiResponse(
      responseCode = "404",
      description = "This recovery has no such file, or is decided or over",
      content =
          @Content(
              mediaType = RecoveryApiDescription.PROBLEM,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "not found", value = ApiExamples.NOT_FOUND)))
  @DeleteMapping("/{id}")
  ResponseEntity<Object> remove(
      @Parameter(hidden = true) @RequestHeader(name = "Authorization", required = false)
          String authorization,
      @Parameter(description = "\"id\" of the file") @PathVariable("id") String id);
}
