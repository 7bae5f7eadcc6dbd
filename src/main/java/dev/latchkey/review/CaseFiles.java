package dev.latchkey.review;

import java.util.Collection;
import java.util.Optional;

/** Opens case files for reviewers. */
public interface CaseFiles {

  /**
   * The case file behind a task, as things stand now. Empty for a task that does not exist, is no
   * review, or is not this person's to see; one cannot tell which. Every look is audited, refused
   * ones too. Own transaction.
   *
   * @param staff login of who looks
   * @param groups theirs, as known at this moment
   */
  Optional<CaseFile> look(String taskId, String staff, Collection<String> groups);

  /**
   * The code that the reviewer reads out once they asked for it: for whoever claimed the review,
   * nobody else. Empty otherwise, and where nothing can be asked. Audited. Own transaction.
   *
   * @param staff login of who looks
   * @param groups theirs, as known at this moment
   */
  Optional<String> readOutCode(String taskId, String staff, Collection<String> groups);
}
