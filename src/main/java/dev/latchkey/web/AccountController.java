package dev.latchkey.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of those who are signed in. */
@Controller
class AccountController {

  @GetMapping("/account")
  String account(SignedIn signedIn, Model model) {
    model.addAttribute("account", signedIn.account());
    return "account";
  }
}
