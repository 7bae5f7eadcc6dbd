package dev.latchkey.web;

import dev.latchkey.account.Activity;
import dev.latchkey.account.AddressesToCheck;
import dev.latchkey.account.MoreBackupCodes;
import dev.latchkey.directory.Account;
import dev.latchkey.language.Languages;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.Way;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The security settings at a glance, and what happened lately. */
@Controller
class OverviewController {
  static final String PAGE = "/account";

  /** The page for somebody who has just signed in with a backup code. */
  static final String AFTER_BACKUP_CODE = PAGE + "?by=backup-code";

  private final AuthenticatorApp app;
  private final MoreBackupCodes backupCodes;
  private final Activity activity;
  private final Devices devices;
  private final AddressesToCheck toCheck;

  OverviewController(
      AuthenticatorApp app,
      MoreBackupCodes backupCodes,
      Activity activity,
      Devices devices,
      AddressesToCheck toCheck) {
    this.app = app;
    this.backupCodes = backupCodes;
    this.activity = activity;
    this.devices = devices;
    this.toCheck = toCheck;
  }

  /**
   * @param by what the second step was done with, where that is worth a word
   */
  @GetMapping(PAGE)
  String overview(
      SignedIn me, @RequestParam(name = "by", defaultValue = "") String by, Model model) {
    Account account = me.account();
    model.addAttribute("byBackupCode", by.equals(Way.BACKUP_CODE.key()));
    model.addAttribute("account", account);
    model.addAttribute("language", Languages.closest(account.locale()));
    model.addAttribute("toCheck", toCheck.of(account));
    model.addAttribute("addressCount", account.verified().size());
    model.addAttribute("app", app.enrolled(account.id()));
    model.addAttribute("backupCodes", backupCodes.active(account.id()));
    return "account";
  }

  @GetMapping("/account/activity")
  String activity(SignedIn me, Locale locale, Model model) {
    model.addAttribute(
        "entries",
        activity.latest(me.account().id()).stream().map(entry -> shown(entry, locale)).toList());
    return "account/activity";
  }

  /** An entry as the page shows it; no device where none is known. */
  record Shown(String what, String device, Instant at) {}

  private Shown shown(Activity.Entry entry, Locale locale) {
    String device = entry.device() == null ? null : devices.of(entry.device(), locale);
    return new Shown(entry.what(), device, entry.at());
  }
}
