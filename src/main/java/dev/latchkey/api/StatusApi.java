package dev.latchkey.api;

import dev.latchkey.help.ServiceStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the service works, for programs: as the status page says it. */
@Tag(name = "Service status", description = "Whether messages go out at present")
@RestController
class StatusApi {
  private final ServiceStatus service;

  StatusApi(ServiceStatus service) {
    this.service = service;
  }

  @Operation(
      summary = "Read the status",
      description = "The same for everybody; says nothing about any account. Needs no token.")
  @ApiResponse(responseCode = "200", description = "How the channels work now")
  @GetMapping(path = "/api/v1/status", produces = RecoveryApiDescription.JSON)
  ResponseEntity<StatusResource> read() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(StatusResource.of(service.overview()));
  }
}
