package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.flow.FlowMoves;
import dev.latchkey.flow.Forecast;
import dev.latchkey.recovery.CaseStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link FlowMoves} by the engine's migration. A forecast moves a few instances of each place in
 * earnest, in transactions that are rolled back: so it says what the engine will say.
 */
@Component
class EngineFlowMoves implements FlowMoves {
  /** Moved in one go: somebody waits for the page. */
  private static final int MOST = 500;

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final DrawnVersions versions;
  private final CaseStore cases;
  private final StepRefresh steps;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  EngineFlowMoves(
      RuntimeService runtime,
      RepositoryService repository,
      DrawnVersions versions,
      CaseStore cases,
      StepRefresh steps,
      AuditLog audit,
      PlatformTransactionManager manager) {
    this.runtime = runtime;
    this.repository = repository;
    this.versions = versions;
    this.cases = cases;
    this.steps = steps;
    this.audit = audit;
    this.transaction = new TransactionTemplate(manager);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  private record Versions(ProcessDefinition from, ProcessDefinition to) {}

  private enum Result {
    MOVED,
    KEPT,
    BUSY
  }

  @Override
  public Optional<Forecast> forecast(String versionId) {
    return versions(versionId)
        .map(
            pair ->
                new Forecast(
                    Objects.requireNonNullElse(pair.to().getName(), pair.to().getKey()),
                    pair.from().getId(),
                    pair.from().getVersion(),
                    pair.to().getId(),
                    pair.to().getVersion(),
                    MOST,
                    groups(pair).stream().map(WaitingGroup::place).toList(),
                    versions.changes(pair.from(), pair.to())));
  }

  private Optional<Versions> versions(String id) {
    ProcessDefinition from =
        repository.createProcessDefinitionQuery().processDefinitionId(id).singleResult();
    return Optional.ofNullable(from)
        .map(
            version ->
                new Versions(
                    version,
                    repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(version.getKey())
                        .latestVersion()
                        .singleResult()))
        .filter(pair -> !pair.from().getId().equals(pair.to().getId()));
  }

  private MovePlan plan(Versions pair) {
    return new MovePlan(runtime, repository, pair.from(), pair.to());
  }

  private List<WaitingGroup> groups(Versions pair) {
    return WaitingGroup.of(runtime, pair.from(), plan(pair), transaction);
  }

  @Override
  public Moved move(String versionId, String toId, String by) {
    Optional<Versions> found = versions(versionId).filter(pair -> pair.to().getId().equals(toId));
    if (found.isEmpty()) {
      return new Moved(0, 0, 0);
    }
    MovePlan plan = plan(found.get());
    Map<Result, Long> results =
        groups(found.get()).stream()
            .filter(WaitingGroup::free)
            .flatMap(group -> group.instances().stream())
            .limit(MOST)
            .map(instance -> move(instance, plan, found.get(), by))
            .collect(Collectors.groupingBy(result -> result, Collectors.counting()));
    return new Moved(
        count(results, Result.MOVED), count(results, Result.KEPT), count(results, Result.BUSY));
  }

  private static int count(Map<Result, Long> results, Result result) {
    return results.getOrDefault(result, 0L).intValue();
  }

  private Result move(ProcessInstance instance, MovePlan plan, Versions pair, String by) {
    try {
      return transaction.execute(status -> moveNow(instance, plan, pair, by));
    } catch (MigratingProcessInstanceValidationException refused) {
      return Result.KEPT;
    } catch (OptimisticLockingException | BadUserRequestException moving) {
      return Result.BUSY;
    }
  }

  /** With the case's row in hand, as whoever answers or carries out a step takes it. */
  private Result moveNow(ProcessInstance instance, MovePlan plan, Versions pair, String by) {
    String key = instance.getBusinessKey();
    boolean ofCase = key != null && cases.byId(key).isPresent();
    if (ofCase && cases.tryLock(key).isEmpty()) {
      return Result.BUSY;
    }
    plan.move(instance.getId());
    if (ofCase) {
      steps.of(key);
    }
    String detail =
        pair.from().getKey() + " " + pair.from().getVersion() + " to " + pair.to().getVersion();
    audit.record(ofCase ? key : null, by, "move-version", "moved", detail);
    return Result.MOVED;
  }
}
