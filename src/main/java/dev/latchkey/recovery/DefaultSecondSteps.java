package dev.latchkey.recovery;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.SecondFactorRule;
import dev.latchkey.proof.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link SecondSteps} on the case store and the process engine. */
@Service
class DefaultSecondSteps extends DelegatedSteps implements SecondSteps {
  /** How long after the second factor was shown the session can be started. */
  private static final Duration REDEEMABLE = Duration.ofMinutes(15);

  private final CaseStore cases;
  private final NewCases newCases;
  private final RecoveryEngine engine;
  private final ProofLedger ledger;
  private final AccountDirectory directory;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DefaultSecondSteps(
      CaseStore cases,
      NewCases newCases,
      RecoveryEngine engine,
      ProofLedger ledger,
      AccountDirectory directory,
      AuditLog audit,
      CaseSteps steps,
      Clock clock,
      TransactionTemplate transaction) {
    super(steps.of(CasePurpose.SIGN_IN::equals));
    this.cases = cases;
    this.newCases = newCases;
    this.engine = engine;
    this.ledger = ledger;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public String open(String accountId, Locale locale, Client client) {
    String subject = Attempts.atSignIn(accountId);
    return transaction.execute(
        status -> start(CasePurpose.SIGN_IN, accountId, subject, locale, client).token());
  }

  @Override
  public Optional<String> redeem(String token) {
    return transaction.execute(status -> steps.find(token).flatMap(this::redeemed));
  }

  private Optional<String> redeemed(RecoveryCase signIn) {
    boolean active =
        directory
            .findById(signIn.accountId())
            .filter(account -> account.status() == AccountStatus.ACTIVE)
            .isPresent();
    if (!active || !SecondFactorRule.shown(fresh(signIn)) || !cases.redeem(signIn.id())) {
      return Optional.empty();
    }
    audit.record(signIn.id(), "account-holder", "second-step", "signed-in", null);
    return Optional.of(signIn.accountId());
  }

  private List<Proof> fresh(RecoveryCase signIn) {
    Instant since = clock.instant().minus(REDEEMABLE);
    return ledger.of(signIn.id()).stream().filter(p -> p.provenAt().isAfter(since)).toList();
  }

  @Override
  public Optional<String> factorLost(String token) {
    return steps
        .find(token)
        .filter(signIn -> signIn.open() && signIn.offers().contains(RecoveryMessage.FACTOR_LOST))
        .flatMap(signIn -> transaction.execute(status -> recover(signIn)));
  }

  private Optional<String> recover(RecoveryCase signIn) {
    if (!engine.deliver(signIn.id(), RecoveryMessage.FACTOR_LOST, Map.of())) {
      return Optional.empty();
    }
    NewCases.Opened recovery =
        newCases.forSameAs(signIn, CasePurpose.SECOND_FACTOR, signIn.accountId());
    ledger.record(recovery.id(), Way.PASSWORD, null);
    engine.start(recovery.id(), CasePurpose.SECOND_FACTOR);
    return Optional.of(recovery.token());
  }

  private NewCases.Opened start(
      CasePurpose purpose, String accountId, String subject, Locale locale, Client client) {
    NewCases.Opened opened = newCases.forAccount(purpose, accountId, subject, locale, client);
    engine.start(opened.id(), purpose);
    return opened;
  }
}
