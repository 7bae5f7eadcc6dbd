package dev.latchkey.recovery;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.directory.IdentifierParser;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link NewAddresses} on the case store and the process engine. */
@Service
class DefaultNewAddresses extends DelegatedSteps implements NewAddresses {
  private final AccountDirectory directory;
  private final IdentifierParser identifiers;
  private final Reachable reachable;
  private final NewCases newCases;
  private final PendingAddresses pending;
  private final OpenCases others;
  private final RecoveryEngine engine;
  private final TransactionTemplate transaction;

  DefaultNewAddresses(
      AccountDirectory directory,
      IdentifierParser identifiers,
      Reachable reachable,
      NewCases newCases,
      PendingAddresses pending,
      OpenCases others,
      RecoveryEngine engine,
      CaseSteps steps,
      TransactionTemplate transaction) {
    super(steps.of(CasePurpose.NEW_ADDRESS::equals));
    this.directory = directory;
    this.identifiers = identifiers;
    this.reachable = reachable;
    this.newCases = newCases;
    this.pending = pending;
    this.others = others;
    this.engine = engine;
    this.transaction = transaction;
  }

  private record Wanted(AddressKind kind, String value) {}

  @Override
  public Opening open(String accountId, String typed, Locale locale, Client client) {
    Optional<Wanted> wanted = identifiers.parse(typed).flatMap(this::usable);
    if (wanted.isEmpty()) {
      return new Opening.Unusable();
    }
    Account account = directory.findById(accountId).orElseThrow();
    if (AddressRule.present(account, wanted.get().kind(), wanted.get().value())) {
      return new Opening.Present();
    }
    if (AddressRule.full(account)) {
      return new Opening.TooMany();
    }
    return transaction.execute(status -> start(accountId, wanted.get(), locale, client));
  }

  private Optional<Wanted> usable(Identifier identifier) {
    if (identifier.kind() == IdentifierKind.USER_NAME) {
      return Optional.empty();
    }
    AddressKind kind =
        identifier.kind() == IdentifierKind.EMAIL ? AddressKind.EMAIL : AddressKind.PHONE;
    return Optional.of(new Wanted(kind, identifier.canonical()))
        .filter(wanted -> reachable.mayEverBe(wanted.kind(), wanted.value()));
  }

  /** Who begins again, after a typing mistake say, gives the earlier wish up. */
  private Opening start(String accountId, Wanted wanted, Locale locale, Client client) {
    NewCases.Opened opened =
        newCases.forAccount(CasePurpose.NEW_ADDRESS, accountId, accountId, locale, client);
    pending.insert(opened.id(), wanted.kind(), wanted.value());
    others.cancelOthers(accountId, opened.id(), CasePurpose.NEW_ADDRESS::equals);
    engine.start(opened.id(), CasePurpose.NEW_ADDRESS);
    return new Opening.Opened(opened.token());
  }

  @Override
  public boolean belongsTo(String token, String accountId) {
    return steps.find(token).filter(adding -> accountId.equals(adding.accountId())).isPresent();
  }
}
