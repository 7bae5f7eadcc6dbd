package dev.latchkey.web;

import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.Client;
import dev.latchkey.recovery.OpenResult;
import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A recovery service that shows one recovery, answers what a test tells it to, and remembers every
 * call that changes something.
 */
public class FakeRecoveryService implements RecoveryService {
  /** The token of the one recovery. */
  public static final String TOKEN = "token-of-the-recovery";

  /** The e-mail link that works. */
  public static final String LINK = "link-that-works";

  /** The token of the "this wasn't me" link that works. */
  public static final String OBJECTION = "objection-that-works";

  private volatile RecoveryView view;
  private volatile OpenResult opening;
  private volatile AnswerResult result;
  private volatile Objection objection;
  private final List<Object> changes = new ArrayList<>();

  /** Shows this view and forgets everything before. */
  public void show(RecoveryView shown) {
    view = shown;
    opening = shown == null ? null : new OpenResult.Opened(TOKEN, shown);
    result = shown == null ? null : new AnswerResult.Taken(TOKEN, shown);
    objection = null;
    changes.clear();
  }

  /** The process moves on by itself. */
  public void moveTo(RecoveryView next) {
    view = next;
  }

  public void openWith(OpenResult next) {
    opening = next;
  }

  public void answerWith(AnswerResult next) {
    result = next;
  }

  public void objectionIs(Objection next) {
    objection = next;
  }

  /** Answers and the names of other calls that changed something, in order. */
  public List<Object> changes() {
    return changes;
  }

  @Override
  public OpenResult open(String typed, CasePurpose purpose, Locale locale, Client client) {
    changes.add("open " + typed + " " + locale + " " + client.address());
    return opening;
  }

  @Override
  public Optional<RecoveryView> view(String token) {
    return TOKEN.equals(token) ? Optional.ofNullable(view) : Optional.empty();
  }

  @Override
  public AnswerResult answer(String token, int stepNumber, Answer answer) {
    if (view(token).isEmpty()) {
      return new AnswerResult.Unknown();
    }
    changes.add(answer);
    return stepNumber == view.stepNumber() ? result : new AnswerResult.NotWaitedFor(view);
  }

  @Override
  public boolean linkUsable(String linkToken) {
    return LINK.equals(linkToken);
  }

  @Override
  public AnswerResult useLink(String linkToken) {
    changes.add("use link");
    return LINK.equals(linkToken) ? result : new AnswerResult.Unknown();
  }

  @Override
  public boolean cancel(String token) {
    boolean open = view(token).filter(v -> v.status() == RecoveryStatus.OPEN).isPresent();
    changes.add("cancel");
    return open;
  }

  @Override
  public void changeLocale(String token, Locale locale) {
    changes.add("locale " + locale);
  }

  @Override
  public Optional<Objection> objection(String objectionToken) {
    return OBJECTION.equals(objectionToken) ? Optional.ofNullable(objection) : Optional.empty();
  }

  @Override
  public Optional<Objection> object(String objectionToken) {
    changes.add("object");
    return objection(objectionToken);
  }
}
