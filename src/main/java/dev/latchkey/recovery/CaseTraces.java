package dev.latchkey.recovery;

import java.util.List;

/** What is kept of recoveries outside of their own tables. */
public interface CaseTraces {

  /**
   * Removes it for good, where nothing of the case runs any more. Joins the caller's transaction.
   *
   * @param caseIds of ended cases
   * @return those of them that may go now: nothing but their own rows is left
   */
  List<String> remove(List<String> caseIds);
}
