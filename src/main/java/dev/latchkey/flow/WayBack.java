package dev.latchkey.flow;

import java.util.List;

/**
 * What going back to an earlier deployment means.
 *
 * @param seen the newest deployment by now
 * @param files what would change in each of the files; all its files
 */
public record WayBack(Deployed to, String seen, List<FileChanges> files) {

  /** Whether anything would change. */
  public boolean changes() {
    return files.stream().anyMatch(file -> !file.sentences().isEmpty());
  }
}
