package dev.latchkey.recovery;

import static dev.latchkey.recovery.RecoveryMessage.NOT_ME;

import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.secret.ServerKey;
import dev.latchkey.secret.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link RecoveryService} on the case store and the process engine. */
@Service
class DefaultRecoveryService implements RecoveryService {
  static final String PURPOSE_PASSWORD = "password";

  private final CaseStore cases;
  private final RecoveryEngine engine;
  private final IdentifierParser identifiers;
  private final OneTimeCodes codes;
  private final AnswerTaker answers;
  private final RecoveryTokens tokens;
  private final ServerKey key;
  private final RecoveryProperties limits;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DefaultRecoveryService(
      CaseStore cases,
      RecoveryEngine engine,
      IdentifierParser identifiers,
      OneTimeCodes codes,
      AnswerTaker answers,
      RecoveryTokens tokens,
      ServerKey key,
      RecoveryProperties limits,
      Clock clock,
      TransactionTemplate transaction) {
    this.cases = cases;
    this.engine = engine;
    this.identifiers = identifiers;
    this.codes = codes;
    this.answers = answers;
    this.tokens = tokens;
    this.key = key;
    this.limits = limits;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public OpenResult open(String typed, Locale locale, String clientAddress) {
    Optional<Identifier> identifier = identifiers.parse(typed);
    if (identifier.isEmpty()) {
      return new OpenResult.BadIdentifier();
    }
    Instant now = clock.instant();
    String client = key.hash("client", clientAddress);
    if (cases.openedBy(client, now, limits.opensWindow()) >= limits.opensPerClient()) {
      return new OpenResult.TooMany(now.plus(limits.opensWindow()));
    }
    String token = Tokens.create();
    String id = UUID.randomUUID().toString();
    transaction.executeWithoutResult(
        status -> {
          cases.insert(newCase(id, token, identifier.get(), typed, client, locale, now));
          engine.start(id);
        });
    return new OpenResult.Opened(token, view(token).orElseThrow());
  }

  private NewCase newCase(
      String id,
      String token,
      Identifier identifier,
      String typed,
      String client,
      Locale locale,
      Instant now) {
    return new NewCase(
        id,
        Tokens.hash(token),
        Tokens.hash(tokens.objection(id)),
        PURPOSE_PASSWORD,
        identifier.kind(),
        typed.strip(),
        key.hash("subject", identifier.canonical()),
        client,
        locale,
        now);
  }

  @Override
  public Optional<RecoveryView> view(String token) {
    return find(token).map(RecoveryCase::view);
  }

  @Override
  public AnswerResult answer(String token, int stepNumber, Answer answer) {
    Optional<RecoveryCase> found = find(token);
    if (found.isEmpty()) {
      return new AnswerResult.Unknown();
    }
    RecoveryCase recovery = found.get();
    if (!recovery.open()
        || recovery.stepNumber() != stepNumber
        || !recovery.offers().contains(answer.message())) {
      return new AnswerResult.NotWaitedFor(recovery.view());
    }
    return answers.take(recovery, token, answer);
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
  public boolean cancel(String token) {
    return find(token)
        .filter(RecoveryCase::open)
        .map(recovery -> deliver(recovery.id(), RecoveryMessage.RECOVERY_CANCELLED))
        .orElse(false);
  }

  @Override
  public void changeLocale(String token, Locale locale) {
    find(token).ifPresent(recovery -> cases.writeLocale(recovery.id(), locale));
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
        recovery.status(), stoppable(recovery), recovery.createdAt(), recovery.locale());
  }

  private boolean stoppable(RecoveryCase recovery) {
    return recovery.open()
        || (recovery.status() == RecoveryStatus.RESTORED && engine.awaits(recovery.id(), NOT_ME));
  }

  private boolean deliver(String caseId, RecoveryMessage message) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> engine.deliver(caseId, message, java.util.Map.of())));
  }

  private Optional<RecoveryCase> find(String token) {
    return token == null ? Optional.empty() : cases.byTokenHash(Tokens.hash(token));
  }

  private Optional<RecoveryCase> findObjected(String objectionToken) {
    return objectionToken == null
        ? Optional.empty()
        : cases.byObjectionHash(Tokens.hash(objectionToken));
  }
}
