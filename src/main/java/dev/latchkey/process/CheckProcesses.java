package dev.latchkey.process;

import dev.latchkey.process.guard.Elsewhere;
import dev.latchkey.process.guard.Finding;
import dev.latchkey.process.guard.Guard;
import dev.latchkey.process.guard.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The deployment guard on the command line: checks the diagrams, decisions and forms of folders as
 * one deployment, without a database, an engine or a web server.
 */
public final class CheckProcesses {
  private static final String OPTION = "--check-processes";
  private static final String FORMAT = "--format=";
  private static final String USAGE =
      "Usage: --check-processes=<folder>[,<folder>...] [--format=text|json]";
  private static final int SOUND = 0;
  private static final int ERRORS = 1;
  private static final int NOT_CHECKED = 2;

  private final PrintStream out;

  /**
   * @param out where the result goes
   */
  public CheckProcesses(PrintStream out) {
    this.out = out;
  }

  /** Whether the command line asks for a check instead of a start. */
  public static boolean wanted(String... arguments) {
    return Arrays.stream(arguments).anyMatch(a -> a.equals(OPTION) || a.startsWith(OPTION + "="));
  }

  /**
   * Checks, and tells what was found.
   *
   * @return exit status: 0 if everything could be deployed, 1 if there are errors, 2 if nothing
   *     could be checked
   */
  public int run(String... arguments) {
    // The answer is all that is printed, so that programs can read it
    LoggingSystem.get(CheckProcesses.class.getClassLoader()).beforeInitialize();
    List<Path> folders = new ArrayList<>();
    boolean json = false;
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.equals(OPTION) && i + 1 < arguments.length) {
        addFolders(arguments[++i], folders);
      } else if (argument.startsWith(OPTION + "=")) {
        addFolders(argument.substring(OPTION.length() + 1), folders);
      } else if (argument.equals(FORMAT + "json") || argument.equals(FORMAT + "text")) {
        json = argument.endsWith("json");
      } else {
        return refuse("Unknown argument " + argument);
      }
    }
    return folders.isEmpty() ? refuse("No folder is named") : check(folders, json);
  }

  private static void addFolders(String list, List<Path> folders) {
    Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .forEach(folders::add);
  }

  private int check(List<Path> folders, boolean json) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        return refuse(folder + " is no folder");
      }
      try {
        String twin = read(folder, files);
        if (!twin.isEmpty()) {
          return refuse("Two files have the name " + twin);
        }
      } catch (IOException unreadable) {
        return refuse("Cannot read " + unreadable.getMessage());
      }
    }
    if (files.isEmpty()) {
      return refuse("There is nothing to check in " + folders);
    }
    List<Finding> findings = new Guard(BuildingBlocks.vocabulary(), Elsewhere.NOTHING).check(files);
    Report report = new Report(files.keySet(), findings);
    out.println(json ? report.json() : report.text());
    return report.errors() > 0 ? ERRORS : SOUND;
  }

  /** Reads what would be deployed; returns the name of a file that was there before, or "". */
  private static String read(Path folder, Map<String, byte[]> files) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found = all.filter(Files::isRegularFile).filter(CheckProcesses::belongs).sorted().toList();
    }
    for (Path file : found) {
      String name = file.getFileName().toString();
      if (files.put(name, Files.readAllBytes(file)) != null) {
        return name;
      }
    }
    return "";
  }

  private static boolean belongs(Path file) {
    String name = file.getFileName().toString();
    return Stream.of(".bpmn", ".dmn", ".form", ".dmn.csv").anyMatch(name::endsWith);
  }

  private int refuse(String problem) {
    out.println(problem + "\n" + USAGE);
    return NOT_CHECKED;
  }
}
