package latchkey.bench.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.core.io.Resource;

/**
 * For each bean that the product's diagrams name, one that does nothing but set the variables which
 * the next gateway or decision asks for.
 */
final class EmptyDelegates {
  private static final Pattern NAMED = Pattern.compile("delegateExpression=\"[$#]\\{(\\w+)}\"");

  private EmptyDelegates() {}

  /** What a delegate leaves behind; of the whole recovery, not of a scope in it. */
  private static Map<String, Map<String, Object>> answers() {
    return Map.of(
        "lookUpAccountDelegate",
        Map.of(
            "purpose", "password",
            "identifierKind", "phone",
            "accountKind", "standard",
            "secondFactor", false,
            "textMessageHealth", "working",
            "emailHealth", "working"),
        "chooseNextWayDelegate",
        Map.of("way", "text-message"),
        "weighProofsDelegate",
        Map.of("enoughProof", true),
        "decideHoldDelegate",
        Map.of("holdWanted", false),
        "checkCodeDelegate",
        Map.of("checkOutcome", "accepted"),
        "issueCodeDelegate",
        Map.of("sendDecision", "allowed"),
        "sendCodeDelegate",
        Map.of("codeSent", true));
  }

  /**
   * Beans for these diagrams.
   *
   * @param afterSending hears which recovery's code would have been sent
   */
  static Map<Object, Object> of(List<Resource> diagrams, ExecutionListener afterSending) {
    Map<Object, Object> beans = new HashMap<>();
    for (Resource diagram : diagrams) {
      Matcher named = NAMED.matcher(read(diagram));
      while (named.find()) {
        String name = named.group(1);
        Map<String, Object> answer = answers().getOrDefault(name, Map.of());
        beans.put(name, new Empty(answer, name.equals("sendCodeDelegate") ? afterSending : null));
      }
    }
    return beans;
  }

  private static String read(Resource diagram) {
    try {
      return diagram.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** One class for tasks and listeners alike. */
  private record Empty(Map<String, Object> answer, ExecutionListener after)
      implements JavaDelegate, ExecutionListener, TaskListener {
    @Override
    public void execute(DelegateExecution execution) throws Exception {
      execution.setVariables(answer);
      if (after != null) {
        after.notify(execution);
      }
    }

    @Override
    public void notify(DelegateExecution execution) {
      // Nothing to be done
    }

    @Override
    public void notify(org.camunda.bpm.engine.delegate.DelegateTask task) {
      // Nothing to be done
    }
  }
}
