package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.flow.Deployed;
import dev.latchkey.flow.Drawing;
import dev.latchkey.flow.FileChanges;
import dev.latchkey.flow.FlowVersions;
import dev.latchkey.flow.Origin;
import dev.latchkey.flow.Origin.Kind;
import dev.latchkey.flow.WayBack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link FlowVersions} on the engine's deployments. */
@Component
class EngineFlowVersions implements FlowVersions {
  /** Source of a deployment by which somebody went back. */
  static final String BACK = "Latchkey, going back";

  private final RepositoryService repository;
  private final DrawnVersions drawn;
  private final DeployedFiles files;
  private final DeploymentRecords records;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  EngineFlowVersions(
      RepositoryService repository,
      DrawnVersions drawn,
      DeployedFiles files,
      DeploymentRecords records,
      AuditLog audit,
      TransactionTemplate transaction) {
    this.repository = repository;
    this.drawn = drawn;
    this.files = files;
    this.records = records;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public List<Drawing> drawings() {
    List<Deployment> deployments = files.deployments();
    Map<String, DeploymentRecords.Entry> entries = records.all();
    return drawn.all(
        deployments.stream()
            .collect(
                Collectors.toMap(
                    Deployment::getId, each -> origin(each, entries.get(each.getId())))),
        records.warnings());
  }

  @Override
  public Optional<Deployed> deployment(String id) {
    List<Deployment> all = files.deployments();
    return all.stream()
        .filter(each -> each.getId().equals(id))
        .findFirst()
        .map(found -> deployed(found, all));
  }

  private Deployed deployed(Deployment found, List<Deployment> all) {
    List<Deployment> earlier = all.subList(all.indexOf(found) + 1, all.size());
    List<FileChanges> changes =
        files.names(found.getId()).stream()
            .map(file -> new FileChanges(file, changed(file, earlier, found)))
            .toList();
    boolean inUse =
        files.names(found.getId()).stream()
            .allMatch(file -> files.newest(file, all).orElse(found) == found);
    return new Deployed(
        found.getId(),
        found.getName() == null ? "" : found.getName(),
        origin(found, records.all().get(found.getId())),
        inUse,
        changes,
        records.warnings().getOrDefault(found.getId(), List.of()));
  }

  private List<String> changed(String file, List<Deployment> others, Deployment now) {
    String before = files.newest(file, others).map(Deployment::getId).orElse(null);
    return files.changes(file, before, now.getId());
  }

  private static Origin origin(Deployment deployment, DeploymentRecords.Entry entry) {
    boolean ours = ProcessDeployment.NAME.equals(deployment.getSource());
    Kind kind =
        ours
            ? Kind.START
            : entry == null ? Kind.UNKNOWN : entry.backTo() == null ? Kind.PROGRAM : Kind.RETURN;
    return new Origin(
        deployment.getDeploymentTime().toInstant(),
        entry == null ? null : entry.by(),
        ours ? (entry == null ? null : entry.application()) : deployment.getSource(),
        kind,
        entry == null ? null : entry.backTo());
  }

  @Override
  public Optional<WayBack> wayBack(String deploymentId) {
    List<Deployment> all = files.deployments();
    return all.stream()
        .filter(each -> each.getId().equals(deploymentId))
        .findFirst()
        .map(
            found ->
                new WayBack(
                    deployed(found, all),
                    all.get(0).getId(),
                    files.names(found.getId()).stream()
                        .map(file -> new FileChanges(file, changed(file, all, found)))
                        .toList()));
  }

  @Override
  public Returned goBack(String deploymentId, String seen, String by) {
    try {
      return transaction.execute(status -> deployAgain(deploymentId, seen, by));
    } catch (RefusedDeployment refused) {
      audit.record(null, by, "go-back", "refused", deploymentId);
      return new Returned.Refused(refused.sentences());
    }
  }

  private Returned deployAgain(String deploymentId, String seen, String by) {
    Optional<WayBack> back = wayBack(deploymentId);
    if (back.isEmpty() || !back.get().changes()) {
      return new Returned.Nothing();
    } else if (!back.get().seen().equals(seen)) {
      return new Returned.Overtaken();
    }
    String made =
        repository
            .createDeployment()
            .name(back.get().to().name())
            .source(BACK)
            .addDeploymentResources(deploymentId)
            .deploy()
            .getId();
    records.wentBack(made, by, deploymentId);
    audit.record(null, by, "go-back", "done", made + " as " + deploymentId);
    return new Returned.Done(made);
  }
}
