package dev.latchkey.process;

import dev.latchkey.flow.Deployed.Warning;
import dev.latchkey.process.guard.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code process_deployment} and {@code process_warning}: who deployed, which the engine
 * does not keep, and what was told. Each method joins the caller's transaction, so that there is no
 * deployment without its record.
 */
@Component
class DeploymentRecords {
  private static final int LONGEST_PLACE = 600;
  private static final int LONGEST_MESSAGE = 900;
  private static final int MOST_WARNINGS = 200;

  private final JdbcClient jdbc;

  DeploymentRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who deployed.
   *
   * @param by staff login, or null for the application
   * @param application its version, or null
   * @param backTo the deployment that was repeated, or null
   */
  record Entry(String deploymentId, String by, String application, String backTo) {}

  /** A new deployment. */
  void insert(String deploymentId, String by, List<Finding> warnings) {
    jdbc.sql(
            """
            insert into process_deployment (deployment_id, deployed_by, application)
            values (:id, :by, :application)
            """)
        .param("id", deploymentId)
        .param("by", by)
        .param("application", by == null ? version() : null)
        .update();
    int ordinal = 0;
    for (Finding warning : warnings.subList(0, Math.min(warnings.size(), MOST_WARNINGS))) {
      jdbc.sql(
              """
              insert into process_warning (deployment_id, ordinal, place, message)
              values (:id, :ordinal, :place, :message)
              """)
          .param("id", deploymentId)
          .param("ordinal", ordinal++)
          .param("place", cut(warning.place(), LONGEST_PLACE))
          .param("message", cut(warning.message(), LONGEST_MESSAGE))
          .update();
    }
  }

  /** Says of a new deployment who went back by it. */
  void wentBack(String deploymentId, String by, String to) {
    jdbc.sql(
            """
            update process_deployment set deployed_by = :by, application = null, back_to = :to
            where deployment_id = :id
            """)
        .param("by", by)
        .param("to", to)
        .param("id", deploymentId)
        .update();
  }

  /** All by the id of the deployment; those from before this was recorded are missing. */
  Map<String, Entry> all() {
    return jdbc
        .sql("select deployment_id, deployed_by, application, back_to from process_deployment")
        .query(
            (row, number) ->
                new Entry(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list()
        .stream()
        .collect(Collectors.toMap(Entry::deploymentId, entry -> entry));
  }

  /** What the guard said, by the id of the deployment; missing where it said nothing. */
  Map<String, List<Warning>> warnings() {
    Map<String, List<Warning>> warnings = new HashMap<>();
    jdbc.sql("select deployment_id, place, message from process_warning order by ordinal")
        .query(
            row -> {
              warnings
                  .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                  .add(new Warning(row.getString(2), row.getString(3)));
            });
    return warnings;
  }

  /** Null unless the application is packaged. */
  private static String version() {
    return DeploymentRecords.class.getPackage().getImplementationVersion();
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
  }
}
