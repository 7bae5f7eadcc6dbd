package dev.latchkey.web;

import dev.latchkey.account.MoreBackupCodes;
import dev.latchkey.proof.BackupCodes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Making backup codes, and taking them along. */
@Controller
class BackupCodeController {
  private static final String PAGE = "/account/backup-codes";
  private final MoreBackupCodes codes;
  private final RecentSignIn recent;
  private final PageTexts texts;

  BackupCodeController(MoreBackupCodes codes, RecentSignIn recent, PageTexts texts) {
    this.codes = codes;
    this.recent = recent;
    this.texts = texts;
  }

  @GetMapping(PAGE)
  String show(SignedIn me, Model model) {
    model.addAttribute("active", codes.active(me.account().id()));
    model.addAttribute("most", BackupCodes.MOST_ACTIVE);
    return recent.redirectIfStale(me.session(), PAGE).orElse("account/backup-codes");
  }

  /**
   * Shows what it made without a redirect, since nothing keeps the codes in between.
   *
   * @param set whether as many as fit are wanted, not one
   */
  @PostMapping(PAGE)
  String make(
      SignedIn me, @RequestParam(name = "set", defaultValue = "false") boolean set, Model model) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    List<String> made = codes.make(me.session(), set ? BackupCodes.MOST_ACTIVE : 1);
    return made.isEmpty() ? "redirect:" + PAGE : ShownCodes.made(made).in(model);
  }

  /** Gives codes back as a file; only what is written like a code, so that nothing else passes. */
  @PostMapping("/account/backup-codes/download")
  ResponseEntity<String> download(
      SignedIn me, @RequestParam(name = "codes", defaultValue = "") String joined, Locale locale) {
    List<String> shown = Arrays.asList(joined.split(" ", -1));
    if (shown.size() > BackupCodes.MOST_ACTIVE || !shown.stream().allMatch(BackupCodes::written)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Object[] userName = {me.account().userName()};
    String head = texts.first(locale, userName, "settings.codes.file");
    String file = head + "\n\n" + String.join("\n", shown) + "\n";
    ContentDisposition attachment =
        ContentDisposition.attachment().filename("latchkey-backup-codes.txt").build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
        .body(file);
  }

  /** Someone loads the address of a download. */
  @GetMapping("/account/backup-codes/download")
  String back() {
    return "redirect:" + PAGE;
  }
}
