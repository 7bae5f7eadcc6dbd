package dev.latchkey.web;

import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.language.Languages;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In which language an account holder is written to, whatever browser they sit at. */
@Controller
@RequestMapping(AccountLanguageController.PAGE)
class AccountLanguageController {
  static final String PAGE = "/account/language";
  private final AccountDirectory accounts;

  AccountLanguageController(AccountDirectory accounts) {
    this.accounts = accounts;
  }

  @GetMapping
  String show(SignedIn me, Model model) {
    model.addAttribute("chosen", Languages.closest(me.account().locale()));
    return "account/language";
  }

  @PostMapping
  String choose(SignedIn me, @RequestParam("language") String language) {
    Locale chosen = Languages.closest(Locale.forLanguageTag(language));
    accounts.setLanguage(me.account().id(), chosen);
    return Done.LANGUAGE_CHANGED.on(OverviewController.PAGE);
  }
}
