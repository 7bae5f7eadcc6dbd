package dev.latchkey.process;

import dev.latchkey.help.AdviceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** {@code DeliveryAdvice.dmn} as the file says it, without a process engine around. */
public final class AdviceTableOnPaper implements AdviceTable {
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision TABLE = read();

  @Override
  public List<Row> rows(Situation situation) {
    return AdviceRows.of(ENGINE.evaluateDecisionTable(TABLE, AdviceRows.variables(situation)));
  }

  private static DmnDecision read() {
    try (InputStream file =
        Files.newInputStream(Diagram.PROCESSES.resolve(AdviceRows.DECISION + ".dmn"))) {
      return ENGINE.parseDecision(AdviceRows.DECISION, file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
