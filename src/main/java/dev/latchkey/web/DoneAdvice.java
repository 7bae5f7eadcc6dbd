package dev.latchkey.web;

import java.util.Arrays;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets settings pages say what was just done; words that are none of ours are not shown. */
@ControllerAdvice(
    assignableTypes = {
      OverviewController.class,
      AddressController.class,
      SecondFactorController.class,
      AppController.class
    })
class DoneAdvice {

  /** Key of the text, or null if there is nothing to say. */
  @ModelAttribute("done")
  String done(@RequestParam(name = "done", defaultValue = "") String done) {
    return Arrays.stream(Done.values())
        .map(Done::key)
        .filter(done::equals)
        .findFirst()
        .orElse(null);
  }
}
