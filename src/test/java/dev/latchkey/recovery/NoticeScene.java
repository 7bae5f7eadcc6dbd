package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Sessions;
import dev.latchkey.messaging.TemporarySendFailure;
import dev.latchkey.testing.Persona;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** People who are told what happens to their account, by providers that may be out of order. */
public abstract class NoticeScene extends RecoveryScene {
  @Autowired protected Sessions sessions;
  @Autowired protected ApplicationEventPublisher events;
  @Autowired protected TransactionTemplate transaction;

  /**
   * Runs the jobs that are due, of which some fail for want of a provider, and are to be tried
   * again later.
   */
  protected void jobsFail() {
    int failed = 0;
    while (someJobFails()) {
      failed++;
    }
    assertThat(failed).isPositive();
  }

  private boolean someJobFails() {
    try {
      engine.runJobs();
      return false;
    } catch (TemporarySendFailure unreachable) {
      return true;
    }
  }

  /** Whose password works. */
  protected Persona signedUp() {
    Persona person = person();
    jdbc.sql("update account set password_hash = 'hash' where id = ?").param(person.id()).update();
    return person;
  }

  /** Messages for this purpose, whatever became of them. */
  protected int messages(String caseId, String purpose) {
    return jdbc.sql("select count(*) from message where case_id = ? and purpose = ?")
        .params(caseId, purpose)
        .query(Integer.class)
        .single();
  }

  /** The account's addresses and numbers, in order. */
  protected List<String> addressesOf(Persona person) {
    return jdbc.sql(
            """
            select address from account_address
            where account_id = ? and verified_at is not null order by position
            """)
        .param(person.id())
        .query(String.class)
        .list();
  }

  protected int running(String caseId) {
    return jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }
}
