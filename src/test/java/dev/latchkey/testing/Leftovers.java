package dev.latchkey.testing;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clears an application that tests share of what a test leaves behind: running processes with their
 * timers, which would all come due when a later test moves the clock, and the rows of our tables,
 * which limits count. Staff, diagrams, the audit log and the engine's history stay.
 */
public final class Leftovers {
  private final RuntimeService runtime;
  private final JdbcClient jdbc;

  public Leftovers(RuntimeService runtime, JdbcClient jdbc) {
    this.runtime = runtime;
    this.jdbc = jdbc;
  }

  /** Ends every process without running what hangs on its end, then empties our tables. */
  public void remove() {
    List<String> running =
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
            .map(ProcessInstance::getId)
            .toList();
    if (!running.isEmpty()) {
      runtime.deleteProcessInstances(running, "The test is over", true, true);
    }
    ourTables().forEach(table -> jdbc.sql("delete from " + table).update());
    jdbc.sql("update channel_state set health = 'GOOD', since = null").update();
  }

  private List<String> ourTables() {
    return jdbc.sql(
            """
            select table_name from information_schema.tables
            where lower(table_schema) = 'public' and table_type like '%TABLE'
              and substring(lower(table_name) from 1 for 4) <> 'act_'
              and lower(table_name) not in ('flyway_schema_history', 'channel_state', 'audit_entry', 'audit_head',
                'process_deployment', 'process_warning', 'retention_run', 'send_rate',
                'server_key_check', 'start_lock')
            """)
        .query(String.class)
        .list();
  }
}
