package dev.latchkey.process;

import dev.latchkey.help.AdviceTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * Asks {@code DeliveryAdvice.dmn}, always the newest version. A table that is asked the same twice
 * says the same, so its answers are kept: people look again and again, and situations are few.
 */
@Component
class EngineAdviceTable implements AdviceTable {
  private static final int MOST_KEPT = 2_000;
  private final RepositoryService repository;
  private final DecisionService decisions;
  private final Map<Asked, List<Row>> kept = new ConcurrentHashMap<>();

  EngineAdviceTable(RepositoryService repository, DecisionService decisions) {
    this.repository = repository;
    this.decisions = decisions;
  }

  private record Asked(String definitionId, Situation situation) {}

  @Override
  public List<Row> rows(Situation situation) {
    Asked asked = new Asked(newestVersion(), situation);
    List<Row> known = kept.get(asked);
    if (known != null) {
      return known;
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    List<Row> rows = ask(asked);
    kept.put(asked, rows);
    return rows;
  }

  private String newestVersion() {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(AdviceRows.DECISION)
        .latestVersion()
        .singleResult()
        .getId();
  }

  private List<Row> ask(Asked asked) {
    return AdviceRows.of(
        decisions.evaluateDecisionTableById(
            asked.definitionId(), AdviceRows.variables(asked.situation())));
  }
}
