package dev.latchkey.process;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.test.context.event.AfterTestClassEvent;
import org.springframework.test.context.event.annotation.AfterTestClass;

/**
 * Notes what the scenarios walk through in the diagrams, and leaves a file of it after each test
 * class: other classes run in other JVMs. Import it into a context to have that one noted.
 */
@TestConfiguration(proxyBeanMethods = false)
public class WalkedDiagrams extends AbstractProcessEnginePlugin {
  private static final List<String> NOT_OURS =
      List.of("AroundTheProofs", "SecurityQuestionProcess");
  private static final DefaultCollector COLLECTOR = collector();

  private static DefaultCollector collector() {
    DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());
    collector.setExcludedProcessDefinitionKeys(NOT_OURS);
    beginAfresh(collector);
    return collector;
  }

  /** Looks away while a variant of this process is walked through. */
  public static void lookAwayFrom(String process) {
    COLLECTOR.setExcludedProcessDefinitionKeys(
        Stream.concat(NOT_OURS.stream(), Stream.of(process)).toList());
  }

  /** Looks at all of the project's diagrams again. */
  public static void lookAgain() {
    COLLECTOR.setExcludedProcessDefinitionKeys(NOT_OURS);
  }

  private static void beginAfresh(DefaultCollector collector) {
    String id = UUID.randomUUID().toString();
    collector.createSuite(new Suite(id, id));
    collector.activateSuite(id);
    collector.createRun(new Run(id, id), id);
    collector.activateRun(id);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    new ProcessEngineAdapter(engine, COLLECTOR).initializeListeners();
  }

  @AfterTestClass
  void keepWhatWasWalked(AfterTestClassEvent after) {
    Class<?> scenarios = after.getTestContext().getTestClass();
    Walks.write(scenarios, COLLECTOR.getActiveSuite().getEvents(), COLLECTOR.getModels());
    beginAfresh(COLLECTOR);
  }
}
