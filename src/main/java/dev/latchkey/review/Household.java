package dev.latchkey.review;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.IdentifierParser;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether a reviewer is, or lives with, the one they would decide about: by the account of their
 * name, and by addresses and numbers that both sides use. Addresses count whether confirmed or not.
 */
@Component
class Household {
  private final AccountDirectory directory;
  private final IdentifierParser identifiers;
  private final ReviewStaff staff;
  private final Reviews reviews;

  Household(
      AccountDirectory directory,
      IdentifierParser identifiers,
      ReviewStaff staff,
      Reviews reviews) {
    this.directory = directory;
    this.identifiers = identifiers;
    this.staff = staff;
    this.reviews = reviews;
  }

  /** Whether the account is the reviewer's own, by its user name. */
  boolean ownAccount(ReviewTask task) {
    return accountOf(task).filter(account -> sameName(account, task.reviewer())).isPresent();
  }

  /** Whether something on the account, or the contact of the request, is the reviewer's too. */
  boolean shared(ReviewTask task) {
    Set<String> theirs = new HashSet<>();
    accountOf(task).ifPresent(account -> addAll(theirs, account));
    reviews.of(task.caseId()).map(Review::contact).map(Household::plain).ifPresent(theirs::add);
    return ofReviewer(task.reviewer()).stream().anyMatch(theirs::contains);
  }

  /** The reviewer's mail, and what stands on accounts of their name or mail. */
  private Set<String> ofReviewer(String reviewer) {
    Set<String> own = new HashSet<>();
    Optional<String> mail = staff.mailOf(reviewer).filter(given -> !given.isBlank());
    mail.map(Household::plain).ifPresent(own::add);
    Stream.concat(Stream.of(reviewer), mail.stream())
        .flatMap(typed -> identifiers.parse(typed).flatMap(directory::find).stream())
        .forEach(account -> addAll(own, account));
    return own;
  }

  private Optional<Account> accountOf(ReviewTask task) {
    return Optional.ofNullable(task.accountId()).flatMap(directory::findById);
  }

  private static boolean sameName(Account account, String reviewer) {
    return account.userName().equalsIgnoreCase(reviewer);
  }

  private static void addAll(Set<String> addresses, Account account) {
    account.addresses().stream().map(Address::value).map(Household::plain).forEach(addresses::add);
  }

  private static String plain(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}
