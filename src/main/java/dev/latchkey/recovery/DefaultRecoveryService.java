package dev.latchkey.recovery;

import static dev.latchkey.recovery.RecoveryMessage.NOT_ME;

import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.secret.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link RecoveryService} on the case store and the process engine. */
@Service
class DefaultRecoveryService extends DelegatedSteps implements RecoveryService {
  private final CaseStore cases;
  private final NewCases newCases;
  private final RecoveryEngine engine;
  private final IdentifierParser identifiers;
  private final OneTimeCodes codes;
  private final AnswerTaker answers;
  private final RecoveryProperties limits;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DefaultRecoveryService(
      CaseStore cases,
      NewCases newCases,
      RecoveryEngine engine,
      IdentifierParser identifiers,
      OneTimeCodes codes,
      AnswerTaker answers,
      CaseSteps steps,
      RecoveryProperties limits,
      Clock clock,
      TransactionTemplate transaction) {
    super(steps.of(CasePurpose::recovers));
    this.cases = cases;
    this.newCases = newCases;
    this.engine = engine;
    this.identifiers = identifiers;
    this.codes = codes;
    this.answers = answers;
    this.limits = limits;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public OpenResult open(String typed, CasePurpose purpose, Locale locale, Client client) {
    if (!purpose.recovers()) {
      throw new IllegalArgumentException("Not a recovery: " + purpose);
    }
    Optional<Identifier> identifier = identifiers.parse(typed);
    if (identifier.isEmpty()) {
      return new OpenResult.BadIdentifier();
    }
    Instant now = clock.instant();
    String counted = newCases.clientHash(client);
    if (cases.openedBy(counted, now, limits.opensWindow(), limits.opensPerClient())
        >= limits.opensPerClient()) {
      return new OpenResult.TooMany(now.plus(limits.opensWindow()));
    }
    NewCases.Opened opened =
        transaction.execute(status -> start(identifier.get(), typed, purpose, locale, client));
    return new OpenResult.Opened(opened.token(), view(opened.token()).orElseThrow());
  }

  private NewCases.Opened start(
      Identifier identifier, String typed, CasePurpose purpose, Locale locale, Client client) {
    NewCases.Opened opened = newCases.forIdentifier(purpose, identifier, typed, locale, client);
    engine.start(opened.id(), purpose);
    return opened;
  }

  @Override
  public boolean linkUsable(String linkToken) {
    return linkedCase(linkToken).isPresent();
  }

  @Override
  public AnswerResult useLink(String linkToken) {
    return linkedCase(linkToken)
        .map(recovery -> answers.takeLink(recovery, linkToken))
        .orElseGet(AnswerResult.Unknown::new);
  }

  private Optional<RecoveryCase> linkedCase(String linkToken) {
    if (linkToken == null || !codes.linkUsable(linkToken)) {
      return Optional.empty();
    }
    return codes
        .byLinkToken(linkToken)
        .flatMap(issue -> cases.byId(issue.caseId()))
        .filter(RecoveryCase::open)
        .filter(recovery -> recovery.offers().contains(RecoveryMessage.CODE_ENTERED));
  }

  @Override
  public Optional<Objection> objection(String objectionToken) {
    return findObjected(objectionToken).map(this::objection);
  }

  @Override
  public Optional<Objection> object(String objectionToken) {
    Optional<RecoveryCase> found = findObjected(objectionToken);
    found.filter(this::stoppable).ifPresent(recovery -> deliver(recovery.id(), NOT_ME));
    return objection(objectionToken);
  }

  private Objection objection(RecoveryCase recovery) {
    return new Objection(
        recovery.purpose(),
        recovery.status(),
        stoppable(recovery),
        recovery.createdAt(),
        recovery.locale());
  }

  private boolean stoppable(RecoveryCase recovery) {
    return recovery.open()
        || (recovery.status() == RecoveryStatus.RESTORED && engine.awaits(recovery.id(), NOT_ME));
  }

  private boolean deliver(String caseId, RecoveryMessage message) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> engine.deliver(caseId, message, Map.of())));
  }

  /** Sign-ins and new addresses have nothing to object to. */
  private Optional<RecoveryCase> findObjected(String objectionToken) {
    return Optional.ofNullable(objectionToken)
        .flatMap(token -> cases.byObjectionHash(Tokens.hash(token)))
        .filter(found -> found.purpose().objectionable());
  }
}
