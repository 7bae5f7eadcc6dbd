package dev.latchkey.proof;

import static dev.latchkey.proof.CheckOutcome.ACCEPTED;

import dev.latchkey.testing.CaseRows;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.StorageBeans;
import java.util.UUID;

/** A person's recovery on one database, and what may be done with its codes. */
abstract class CodesOfARecovery {
  final String account = UUID.randomUUID().toString();
  StorageBeans beans;
  OneTimeCodes codes;
  String recovery;

  final void on(Databases database) {
    beans = StorageBeans.on(database);
    codes = beans.get(OneTimeCodes.class);
    recovery = CaseRows.open(beans.jdbc(), account);
  }

  final CodeIssue issue(String caseId, Way way) {
    return codes.issue(caseId, way, CodeUse.PROOF, "target", "address", /* deliverable= */ true);
  }

  final CheckOutcome enter(String caseId, Way way, String code) {
    Submission submission = submission(way, code, false);
    CheckOutcome outcome = codes.check(caseId, CodeUse.PROOF, submission);
    if (outcome == ACCEPTED) {
      beans.get(Attempts.class).succeeded(account, way);
    }
    return outcome;
  }

  final CheckOutcome follow(String caseId, String token) {
    return codes.check(caseId, CodeUse.PROOF, submission(Way.EMAIL, token, true));
  }

  final Submission submission(Way way, String code, boolean byLink) {
    return new Submission(code, beans.get(Attempts.class).take(account, way), byLink);
  }

  final String wrong(CodeIssue issue) {
    return codes.code(issue).startsWith("0") ? "999999" : "000000";
  }
}
