package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.Address;
import dev.latchkey.review.CaseFile.Choice;
import dev.latchkey.review.CaseFile.Panel;
import dev.latchkey.review.Inquiries;
import dev.latchkey.review.Inquiry;
import dev.latchkey.review.Masks;
import dev.latchkey.review.ReadOutCodes;
import dev.latchkey.review.ReviewQuestion;
import dev.latchkey.review.ReviewReason;
import dev.latchkey.review.StaffWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a reviewer can choose from in a case. The server judges what they chose. */
@Component
class CasePanels {
  private final Inquiries inquiries;
  private final ReadOutCodes readOut;

  CasePanels(Inquiries inquiries, ReadOutCodes readOut) {
    this.inquiries = inquiries;
    this.readOut = readOut;
  }

  /**
   * The choices.
   *
   * @param account null for a case without one: it can only be declined
   */
  Panel of(Account account, boolean mayAsk) {
    return new Panel(
        account != null,
        mayAsk,
        reasons(true),
        reasons(false),
        Arrays.stream(ReviewQuestion.values()).map(one -> choice(one.key())).toList(),
        challenges(account));
  }

  private static List<Choice> reasons(boolean approving) {
    return Arrays.stream(ReviewReason.values())
        .filter(reason -> reason.approves() == approving)
        .map(reason -> choice(reason.key()))
        .toList();
  }

  /**
   * A decoy is asked for a code to an address as well, so that nobody learns from what support asks
   * them whether there is an account; it goes nowhere.
   */
  private static List<Choice> challenges(Account account) {
    List<Choice> challenges = new ArrayList<>();
    if (account == null) {
      challenges.add(new Choice("address:1", "Send a code to an address on file (there is none)"));
    } else {
      challenges.addAll(addresses(account.addresses()));
    }
    challenges.add(new Choice("read-out", "Read a code out over the phone"));
    return List.copyOf(challenges);
  }

  private static List<Choice> addresses(List<Address> addresses) {
    List<Choice> challenges = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      if (addresses.get(i).verified()) {
        String masked = Masks.mask(addresses.get(i).value());
        challenges.add(new Choice("address:" + (i + 1), "Send a code to " + masked));
      }
    }
    return challenges;
  }

  /** The code to read out: of the round that runs, else of the one that would begin now. */
  String readOutCode(String caseId) {
    return inquiries
        .current(caseId)
        .filter(Inquiry::wantsReadOut)
        .map(running -> readOut.of(caseId, running.round()))
        .orElseGet(() -> readOut.next(caseId));
  }

  private static Choice choice(String key) {
    return new Choice(key, StaffWords.of(key));
  }
}
