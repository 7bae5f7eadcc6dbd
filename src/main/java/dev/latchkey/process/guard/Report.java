package dev.latchkey.process.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the guard found, for people and for programs.
 *
 * @param files names of what was checked
 */
public record Report(Collection<String> files, List<Finding> findings) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many findings keep the files from being deployed. */
  public long errors() {
    return findings.stream().filter(finding -> finding.rule().error()).count();
  }

  private long warnings() {
    return findings.size() - errors();
  }

  /** One paragraph for each finding, and a last line with the result. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(finding.rule().error() ? "ERROR   " : "WARNING ")
          .append(finding.place())
          .append(" [")
          .append(finding.rule().key())
          .append("]\n        ")
          .append(finding.problem())
          .append(".\n        ")
          .append(finding.remedy())
          .append(".\n");
    }
    return text.append(summary()).toString();
  }

  private String summary() {
    return count(files.size(), "file")
        + " checked: "
        + count(errors(), "error")
        + ", "
        + count(warnings(), "warning")
        + (errors() > 0 ? "; nothing of it would be deployed" : "");
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** The same as one JSON object: files, errors, warnings, findings. */
  public String json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("files", files);
    report.put("errors", errors());
    report.put("warnings", warnings());
    report.put("findings", findings.stream().map(Report::members).toList());
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Object> members(Finding finding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("severity", finding.rule().error() ? "error" : "warning");
    members.put("rule", finding.rule().key());
    members.put("file", finding.file());
    members.put("line", finding.line());
    members.put("element", finding.element());
    members.put("label", finding.label());
    members.put("problem", finding.problem());
    members.put("remedy", finding.remedy());
    members.put("elements", new ArrayList<>(finding.related()));
    return members;
  }
}
