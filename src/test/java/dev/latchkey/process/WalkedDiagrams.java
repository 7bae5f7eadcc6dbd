package dev.latchkey.process;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * Notes what the scenarios walk through in the diagrams, over all application contexts of the test
 * run. Import it into a context to have that one noted.
 */
@TestConfiguration(proxyBeanMethods = false)
public class WalkedDiagrams extends AbstractProcessEnginePlugin {
  private static final String ALL = "all-scenarios";
  private static final DefaultCollector COLLECTOR = collector();

  private static DefaultCollector collector() {
    DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());
    collector.createSuite(new Suite(ALL, DiagramCoverageTests.class.getName()));
    collector.activateSuite(ALL);
    collector.createRun(new Run(ALL, ALL), ALL);
    collector.activateRun(ALL);
    collector.setExcludedProcessDefinitionKeys(List.of("AroundTheProofs"));
    return collector;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    new ProcessEngineAdapter(engine, COLLECTOR).initializeListeners();
  }

  /** Ids of the flow nodes and sequence flows of this process that were walked. */
  static List<String> walked(String processId) {
    return suite().getEventsDistinct(processId).stream()
        .map(event -> event.getDefinitionKey())
        .distinct()
        .toList();
  }

  /** Share of flow nodes and sequence flows of this process that were walked, 0 to 1. */
  static double share(String processId) {
    return COLLECTOR.getModels().stream()
        .filter(model -> model.getKey().equals(processId))
        .mapToDouble(model -> suite().calculateCoverage(List.<Model>of(model)))
        .findFirst()
        .orElse(0);
  }

  /** Writes the diagrams, coloured by what was walked, below {@code target}. */
  static void report() {
    CoverageReportUtil.createReport(COLLECTOR, CoverageReportUtil.TARGET_DIR_ROOT);
  }

  private static Suite suite() {
    return COLLECTOR.getActiveSuite();
  }
}
