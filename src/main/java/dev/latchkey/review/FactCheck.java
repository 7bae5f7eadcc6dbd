package dev.latchkey.review;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountHistory;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.proof.KnownClients;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Compares what a person says with what is on file, so that no reviewer has to see what is on file.
 * Whatever is not understood is not compared: a strange notation is no contradiction.
 */
@Component
public class FactCheck {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.JAPANESE, Locale.forLanguageTag("mr"));

  private static final Pattern SEPARATORS = Pattern.compile("[,;、，\\n]+");

  private final AccountHistory history;
  private final KnownClients clients;
  private final IdentifierParser identifiers;
  private final AuthenticatorApp apps;
  private final BackupCodes backupCodes;

  FactCheck(
      AccountHistory history,
      KnownClients clients,
      IdentifierParser identifiers,
      AuthenticatorApp apps,
      BackupCodes backupCodes) {
    this.history = history;
    this.clients = clients;
    this.identifiers = identifiers;
    this.apps = apps;
    this.backupCodes = backupCodes;
  }

  /**
   * Compares one answer.
   *
   * @param account the account that the case is about, or null for none
   * @param typedAddressId the address that the person named at the start, which proves nothing when
   *     it is named again; or null
   * @param fact key of a fact or question
   * @param answer as the person wrote it; null or blank is not compared
   */
  public Match compare(Account account, String typedAddressId, String fact, String answer) {
    if (answer == null || answer.isBlank()) {
      return Match.NOT_COMPARED;
    }
    if (account == null) {
      return Match.NOT_ON_FILE;
    }
    return switch (fact) {
      case "last-sign-in" -> month(clients.lastSignIn(account.id()), answer);
      case "account-since" -> month(history.openedAt(account.id()), answer);
      case "old-address", "old-addresses" -> oldAddress(account, typedAddressId, answer);
      case "home-region" -> region(account, answer);
      case "language" -> Match.of(names(account.locale(), answer));
      case "lost" -> lost(account, answer);
      default -> Match.NOT_COMPARED;
    };
  }

  private static Match month(Optional<Instant> onFile, String answer) {
    if (onFile.isEmpty()) {
      return Match.NOT_ON_FILE;
    }
    return StatedMonth.of(answer)
        .map(stated -> Match.of(stated.fits(onFile.get())))
        .orElse(Match.NOT_COMPARED);
  }

  private Match oldAddress(Account account, String typedAddressId, String answer) {
    List<Address> others =
        account.verified().stream()
            .filter(address -> !address.id().equals(typedAddressId))
            .toList();
    if (others.isEmpty() && !history.remembersAddresses(account.id())) {
      return Match.NOT_ON_FILE;
    }
    List<Identifier> read = addresses(answer);
    return read.isEmpty()
        ? Match.NOT_COMPARED
        : Match.of(read.stream().allMatch(one -> had(account, others, one)));
  }

  /** The addresses in an answer: one for each line or part between commas. */
  private List<Identifier> addresses(String answer) {
    return SEPARATORS
        .splitAsStream(answer)
        .map(identifiers::parse)
        .flatMap(Optional::stream)
        .filter(read -> read.kind() != IdentifierKind.USER_NAME)
        .toList();
  }

  private boolean had(Account account, List<Address> others, Identifier read) {
    AddressKind kind = read.kind() == IdentifierKind.EMAIL ? AddressKind.EMAIL : AddressKind.PHONE;
    return read.candidates().stream()
        .anyMatch(
            value ->
                others.stream().anyMatch(a -> a.kind() == kind && a.value().equals(value))
                    || history.hadAddress(account.id(), kind, value));
  }

  /** The country of a number, ISO 3166; an account without a number has none. */
  private static Match region(Account account, String answer) {
    List<String> regions =
        account.verified().stream()
            .filter(address -> address.kind() == AddressKind.PHONE)
            .map(address -> regionOf(address.value()))
            .flatMap(Optional::stream)
            .toList();
    return regions.isEmpty()
        ? Match.NOT_ON_FILE
        : Match.of(regions.contains(answer.strip().toUpperCase(Locale.ROOT)));
  }

  private static Optional<String> regionOf(String number) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      return Optional.ofNullable(util.getRegionCodeForNumber(util.parse(number, null)));
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether this language is named: by its tag, or in one of our languages or its own. */
  private static boolean names(Locale language, String answer) {
    String said = answer.strip().toLowerCase(Locale.ROOT);
    return said.equals(language.getLanguage())
        || said.equals(language.getDisplayLanguage(language).toLowerCase(Locale.ROOT))
        || LANGUAGES.stream()
            .anyMatch(in -> said.equals(language.getDisplayLanguage(in).toLowerCase(Locale.ROOT)));
  }

  /** Nobody can have lost what the account never had. */
  private Match lost(Account account, String thing) {
    return switch (thing.strip()) {
      case "phone" -> Match.of(has(account, AddressKind.PHONE));
      case "email" -> Match.of(has(account, AddressKind.EMAIL));
      case "backup-codes" -> Match.of(backupCodes.active(account.id()) > 0);
      case "app", "authenticator-app" -> Match.of(apps.enrolled(account.id()));
      default -> Match.NOT_COMPARED;
    };
  }

  private static boolean has(Account account, AddressKind kind) {
    return account.verified().stream().anyMatch(address -> address.kind() == kind);
  }
}
