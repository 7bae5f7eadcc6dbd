package dev.latchkey.web;

import dev.latchkey.review.evidence.Evidence;
import dev.latchkey.review.evidence.EvidenceDesk;
import dev.latchkey.review.evidence.EvidenceDesk.Download;
import dev.latchkey.review.evidence.EvidenceDesk.Look;
import dev.latchkey.review.evidence.Picture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Files of a request for the reviewer's form in Tasklist: read alone, by the task that they belong
 * to. Who is signed in is decided in front of it, what they may see behind it; everything else is
 * not found.
 */
@Controller
@RequestMapping("/camunda/latchkey/tasks/{task}/evidence")
class EvidenceDeskController {
  private final EvidenceDesk desk;

  EvidenceDeskController(EvidenceDesk desk) {
    this.desk = desk;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Evidence>> list(@PathVariable("task") String task, Authentication staff) {
    return found(desk.list(look(task, staff)).map(files -> ResponseEntity.ok().body(files)));
  }

  /** A page as a picture, counted from 1. */
  @GetMapping("/{file}/pages/{page}")
  ResponseEntity<byte[]> page(
      @PathVariable("task") String task,
      @PathVariable("file") String file,
      @PathVariable("page") int page,
      Authentication staff) {
    return found(desk.picture(look(task, staff), file, page).map(EvidenceDeskController::picture));
  }

  /** The whole file, to be saved. */
  @GetMapping("/{file}/file")
  ResponseEntity<byte[]> file(
      @PathVariable("task") String task, @PathVariable("file") String file, Authentication staff) {
    return found(desk.download(look(task, staff), file).map(EvidenceDeskController::attachment));
  }

  private static Look look(String task, Authentication staff) {
    return new Look(
        task,
        staff.getName(),
        staff.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
  }

  private static ResponseEntity<byte[]> picture(Picture picture) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(picture.mediaType()))
        .body(picture.content());
  }

  private static ResponseEntity<byte[]> attachment(Download download) {
    ContentDisposition saved =
        ContentDisposition.attachment().filename(download.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
        .contentType(MediaType.parseMediaType(download.mediaType()))
        .body(download.content());
  }

  private static <T> ResponseEntity<T> found(Optional<ResponseEntity<T>> answer) {
    return answer.orElseGet(() -> ResponseEntity.notFound().build());
  }
}
