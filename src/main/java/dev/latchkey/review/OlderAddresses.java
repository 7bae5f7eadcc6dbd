package dev.latchkey.review;

import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The addresses of an account that a code can be sent to, to see whether the person reads it. */
@Component
public class OlderAddresses {
  private final AccountDirectory directory;

  OlderAddresses(AccountDirectory directory) {
    this.directory = directory;
  }

  /**
   * The confirmed address at this place of the account's list, in which the case file shows them;
   * empty if there is none, or if it was never confirmed.
   *
   * @param accountId null for a decoy, which has no addresses
   * @param ordinal from 1
   */
  public Optional<Address> at(String accountId, int ordinal) {
    List<Address> all =
        Optional.ofNullable(accountId)
            .flatMap(directory::findById)
            .map(account -> account.addresses())
            .orElse(List.of());
    return ordinal < 1 || ordinal > all.size()
        ? Optional.empty()
        : Optional.of(all.get(ordinal - 1)).filter(Address::verified);
  }
}
