package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountHistory;
import dev.latchkey.proof.KnownClients;
import dev.latchkey.proof.KnownClients.Familiarity;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.review.Fact;
import dev.latchkey.review.FactCheck;
import dev.latchkey.review.Match;
import dev.latchkey.review.RiskFacts;
import dev.latchkey.review.RiskRule;
import dev.latchkey.review.RiskSign;
import dev.latchkey.review.RiskSigns;
import dev.latchkey.review.Stated;
import dev.latchkey.review.StatedFacts;
import dev.latchkey.secret.NetworkHint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gathers what the signs of risk are made of. Where a client is in the world is not among it: there
 * is no source of countries for network addresses, so the language has to do.
 */
@Component
class CaseRisks implements RiskSigns {
  private static final Duration A_DAY = Duration.ofDays(1);

  private static final Set<String> LOOPBACK =
      Set.of(NetworkHint.of("127.0.0.1"), NetworkHint.of("::1"));

  private final CaseStore cases;
  private final AccountDirectory directory;
  private final AccountHistory history;
  private final KnownClients clients;
  private final StatedFacts stated;
  private final FactCheck check;
  private final Clock clock;

  CaseRisks(
      CaseStore cases,
      AccountDirectory directory,
      AccountHistory history,
      KnownClients clients,
      StatedFacts stated,
      FactCheck check,
      Clock clock) {
    this.cases = cases;
    this.directory = directory;
    this.history = history;
    this.clients = clients;
    this.stated = stated;
    this.check = check;
    this.clock = clock;
  }

  @Override
  public List<RiskSign> of(String caseId) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    return RiskRule.signs(facts(recovery), clock.instant());
  }

  private RiskFacts facts(RecoveryCase recovery) {
    int accounts = accountsFromClient(recovery);
    return Optional.ofNullable(recovery.accountId())
        .flatMap(directory::findById)
        .map(account -> facts(recovery, account, accounts))
        .orElseGet(
            () ->
                new RiskFacts(
                    Familiarity.UNKNOWN,
                    Familiarity.UNKNOWN,
                    null,
                    0,
                    0,
                    accounts,
                    recovery.locale(),
                    null,
                    0,
                    false));
  }

  private RiskFacts facts(RecoveryCase recovery, Account account, int accounts) {
    Instant lately = clock.instant().minus(RiskRule.LATELY);
    List<RecoveryCase> others =
        cases.history(account.id(), recovery.id()).stream()
            .filter(other -> other.createdAt().isAfter(lately))
            .toList();
    long stopped =
        others.stream().filter(other -> other.status() == RecoveryStatus.STOPPED).count();
    List<String> contradictions = contradictions(recovery, account);
    return new RiskFacts(
        clients.network(account.id(), recovery.network(), recovery.createdAt()),
        clients.device(account.id(), recovery.device(), recovery.createdAt()),
        history.contactChangedAt(account.id()).orElse(null),
        others.size(),
        (int) stopped,
        accounts,
        recovery.locale(),
        account.locale(),
        contradictions.size(),
        contradictions.contains(Fact.HOME_REGION.key()));
  }

  /** On this machine, or behind a front that hides its clients, all of them look like one. */
  private int accountsFromClient(RecoveryCase recovery) {
    return LOOPBACK.contains(String.valueOf(recovery.network()))
        ? 1
        : cases.accountsAskedForBy(recovery.clientHash(), recovery.createdAt().minus(A_DAY));
  }

  private List<String> contradictions(RecoveryCase recovery, Account account) {
    return stated.of(recovery.id()).stream()
        .filter(
            one ->
                check.compare(account, recovery.typedAddressId(), one.fact(), one.answer())
                    == Match.NO_MATCH)
        .map(Stated::fact)
        .toList();
  }
}
