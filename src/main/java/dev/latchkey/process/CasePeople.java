package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountHistory;
import dev.latchkey.directory.Address;
import dev.latchkey.review.CaseFile;
import dev.latchkey.review.Masks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whose account a case is about, as far as a reviewer needs to know. */
@Component
class CasePeople {
  private final AccountHistory history;
  private final Clock clock;

  CasePeople(AccountHistory history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /** The masked account; for null, that nothing matches what was typed. */
  CaseFile.Person of(Account account) {
    return account == null
        ? new CaseFile.Person(
            false, "No account matches what was typed", "-", "-", "-", false, "-", "-", List.of())
        : known(account);
  }

  private CaseFile.Person known(Account account) {
    return new CaseFile.Person(
        true,
        Masks.name(account.displayName()),
        Masks.name(account.userName()),
        CaseTexts.word(account.kind()),
        CaseTexts.word(account.status()),
        account.secondFactor(),
        history
            .openedAt(account.id())
            .map(at -> CaseTexts.roughly(at, clock.instant()))
            .orElse("not known"),
        history
            .contactChangedAt(account.id())
            .map(at -> CaseTexts.roughly(at, clock.instant()))
            .orElse("no change known"),
        addresses(account.addresses()));
  }

  private static List<CaseFile.MaskedAddress> addresses(List<Address> addresses) {
    List<CaseFile.MaskedAddress> masked = new ArrayList<>();
    for (Address address : addresses) {
      masked.add(
          new CaseFile.MaskedAddress(
              masked.size() + 1,
              CaseTexts.word(address.kind()),
              Masks.mask(address.value()),
              address.verified()));
    }
    return List.copyOf(masked);
  }
}
