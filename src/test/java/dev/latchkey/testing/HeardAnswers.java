package dev.latchkey.testing;

import dev.latchkey.proof.LoginRequestAnswered;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** Hears that login requests were answered, as the process does. */
public class HeardAnswers {
  private final List<String> cases = new CopyOnWriteArrayList<>();

  @EventListener
  void on(LoginRequestAnswered answered) {
    cases.add(answered.caseId());
  }

  /** How often an answer to this case was heard. */
  public long of(String caseId) {
    return cases.stream().filter(caseId::equals).count();
  }
}
