package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.SignIn;
import dev.latchkey.account.SignInResult;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several at once, and things that go wrong in between. */
abstract class FaultAndRaceScenarios extends RecoveryScene {
  @Autowired SignIn signIn;

  private static <T> List<T> atOnce(int threads, Callable<T> action) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      List<Callable<T>> all = IntStream.range(0, threads).mapToObj(index -> action).toList();
      for (Future<T> future : pool.invokeAll(all)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void T2_P3_eightParallelRightCodes_oneWins() throws Exception {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String code = post.codeAt(person.phoneNumber());
    int step = guest.sees().stepNumber();
    String token = guest.token();

    List<AnswerResult> results =
        atOnce(
            8,
            () ->
                recoveries.answer(
                    token, step, new Answer.Code(RecoveryMessage.CODE_ENTERED, code)));

    List<String> freshTokens =
        results.stream()
            .filter(AnswerResult.Taken.class::isInstance)
            .map(result -> ((AnswerResult.Taken) result).token())
            .filter(fresh -> !fresh.equals(token))
            .toList();
    assertThat(freshTokens).hasSize(1);
    assertThat(count("select count(*) from proof where case_id = ?", caseId(freshTokens.get(0))))
        .isOne();
  }

  @Test
  void T2_fiftyParallelWrongCodes_atMostFiveAreLookedAt() throws Exception {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String bad = wrong(post.codeAt(person.phoneNumber()));
    int step = guest.sees().stepNumber();

    atOnce(
        50,
        () ->
            recoveries.answer(
                guest.token(), step, new Answer.Code(RecoveryMessage.CODE_ENTERED, bad)));

    assertThat(count("select window_tries from factor_tries where subject = ?", person.id()))
        .isLessThanOrEqualTo(5);
  }

  @Test
  void P3_twoParallelPasswords_oneReset() throws Exception {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    int step = guest.sees().stepNumber();
    atOnce(
        2,
        () ->
            recoveries.answer(
                guest.token(), step, new Answer.NewPassword(GOOD_PASSWORD, GOOD_PASSWORD)));
    engine.runJobs();

    assertThat(
            count(
                "select count(*) from audit_entry where action = 'restore-access' and case_id = ?",
                guest.sees().caseId()))
        .isOne();
  }

  @Test
  void P3_T4_aPasswordThatWasRefusedTakesNoEffect() throws Exception {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    int step = guest.sees().stepNumber();
    AtomicInteger number = new AtomicInteger();
    Map<AnswerResult, String> passwords = new ConcurrentHashMap<>();
    List<AnswerResult> results =
        atOnce(
            4,
            () -> {
              String mine = GOOD_PASSWORD + number.incrementAndGet();
              AnswerResult result =
                  recoveries.answer(guest.token(), step, new Answer.NewPassword(mine, mine));
              passwords.put(result, mine);
              return result;
            });
    engine.runJobs();

    List<AnswerResult> taken =
        results.stream().filter(AnswerResult.Taken.class::isInstance).toList();
    assertThat(taken).hasSize(1);
    assertThat(signIn.signIn(person.userName(), passwords.get(taken.get(0)), "test", "192.0.2.9"))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void P1_theIntentToSendIsRecordedWithTheStep_beforeAnythingIsSent() {
    Persona person = person();
    Guest guest = Guest.opens(recoveries, person.phoneNumber());
    runOneJobOf(guest);

    assertThat(post.at(person.phoneNumber())).isEmpty();
    assertThat(messageStates(guest)).containsExactly("INTENDED");
    engine.runJobs();
    assertThat(messageStates(guest)).containsExactly("ACCEPTED");
  }

  @Test
  void P4_nothingIsSentAfterTheRecoveryEnded() {
    Persona person = person();
    Guest guest = Guest.opens(recoveries, person.phoneNumber());
    runOneJobOf(guest);
    recoveries.cancel(guest.token());
    engine.runJobs();

    assertThat(post.at(person.phoneNumber())).isEmpty();
    assertThat(messageStates(guest)).containsExactly("EXPIRED");
  }

  @Test
  void T5_aCodeFailsAfterTheAccountWasDisabled() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.choosesPassword(GOOD_PASSWORD);
    jdbc.sql("update account set status = 'DISABLED' where id = ?").param(person.id()).update();
    Job restore =
        management
            .createJobQuery()
            .activityId("Task_RestoreAccess")
            .withRetriesLeft()
            .list()
            .get(0);
    try {
      management.executeJob(restore.getId());
    } catch (AccessRefused expected) {
      assertThat(expected).hasMessageContaining("not active");
    }

    assertThat(passwordOf(person)).isNull();
  }

  @Test
  void T20_codesAndTokensStandInNoTable_butTheMailroom() {
    Persona person = person();
    Guest guest = opens(person.emailAddress());
    String code = post.codeAt(person.emailAddress());
    List<String> secrets =
        List.of(code, post.linkAt(person.emailAddress()), post.objectionAt(person.emailAddress()));
    guest.enters(wrong(code));
    String tokenBefore = guest.token();
    guest.enters(code);
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();

    DatabaseSearch search = new DatabaseSearch(jdbc);
    for (String secret : secrets) {
      assertThat(search.tablesWith(secret)).allMatch("mailroom_message"::equalsIgnoreCase);
    }
    assertThat(search.tablesWith(tokenBefore)).isEmpty();
    assertThat(search.tablesWith(guest.token())).isEmpty();
    assertThat(search.tablesWith(GOOD_PASSWORD)).isEmpty();
    assertThat(search.tablesWith(person.emailAddress())).contains("account_address");
  }

  private void runOneJobOf(Guest guest) {
    Job first =
        management
            .createJobQuery()
            .processInstanceId(instanceOf(guest))
            .executable()
            .singleResult();
    management.executeJob(first.getId());
  }

  private String instanceOf(Guest guest) {
    return jdbc.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?")
        .param(guest.sees().caseId())
        .query(String.class)
        .list()
        .get(0);
  }

  private List<String> messageStates(Guest guest) {
    return jdbc.sql("select state from message where case_id = ?")
        .param(guest.sees().caseId())
        .query(String.class)
        .list();
  }

  private String caseId(String token) {
    return recoveries.view(token).orElseThrow().caseId();
  }

  private int count(String sql, String parameter) {
    return jdbc.sql(sql).param(parameter).query(Integer.class).single();
  }
}
