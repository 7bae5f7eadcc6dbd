package latchkey.bench.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The product's own diagrams and decisions in an engine without anything of the product: delegates
 * are empty, nothing is sent, no table but the engine's is written. Where a recovery stands is kept
 * in memory, which costs nothing.
 */
final class EngineFlow implements Flow {
  private static final String FILES = "classpath*:processes/*.*";
  private final RuntimeService runtime;
  private final Map<String, String> steps = new ConcurrentHashMap<>();

  EngineFlow(
      DataSource source, PlatformTransactionManager transactions, String history, String removal) {
    List<Resource> files = files();
    SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
    engine.setDataSource(source);
    engine.setTransactionManager(transactions);
    engine.setDatabaseSchemaUpdate("true");
    engine.setHistory(history);
    engine.setHistoryRemovalTimeStrategy(removal);
    engine.setDefaultSerializationFormat("application/json");
    engine.setMetricsEnabled(false);
    engine.setTaskMetricsEnabled(false);
    engine.setBeans(EmptyDelegates.of(files, this::sent));
    engine.setJobExecutor(jobs());
    engine.setJobExecutorActivate(true);
    ProcessEngine built = engine.buildProcessEngine();
    runtime = built.getRuntimeService();
    deploy(built, files);
  }

  private static DefaultJobExecutor jobs() {
    DefaultJobExecutor jobs = new DefaultJobExecutor();
    jobs.setWaitTimeInMillis(500);
    jobs.setMaxWait(3000);
    return jobs;
  }

  private static List<Resource> files() {
    try {
      List<Resource> files = new ArrayList<>();
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        if (file.getFilename().endsWith(".bpmn") || file.getFilename().endsWith(".dmn")) {
          files.add(file);
        }
      }
      return files;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void deploy(ProcessEngine engine, List<Resource> files) {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    for (Resource file : files) {
      try {
        deployment.addInputStream(file.getFilename(), file.getInputStream());
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
    deployment.deploy();
  }

  private void sent(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
    String id = execution.getProcessBusinessKey();
    Context.getCommandContext()
        .getTransactionContext()
        .addTransactionListener(
            TransactionState.COMMITTED, committed -> steps.put(id, "enter-code"));
  }

  @Override
  public String open(String number) {
    String id = UUID.randomUUID().toString();
    runtime.startProcessInstanceByKey("AccountRecoveryProcess", id);
    return id;
  }

  @Override
  public String step(String id) {
    return steps.getOrDefault(id, "preparing");
  }

  @Override
  public boolean enterCode(String id, String code) {
    runtime.createMessageCorrelation("CodeEntered").processInstanceBusinessKey(id).correlate();
    steps.put(id, "choose-password");
    return true;
  }

  @Override
  public void choosePassword(String id, String hash) {
    runtime.createMessageCorrelation("PasswordChosen").processInstanceBusinessKey(id).correlate();
    steps.put(id, "done");
  }
}
