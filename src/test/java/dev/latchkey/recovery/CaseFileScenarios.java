package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.proof.KnownClients;
import dev.latchkey.proof.Way;
import dev.latchkey.review.CaseFile;
import dev.latchkey.review.CaseFile.Compared;
import dev.latchkey.review.CaseFiles;
import dev.latchkey.review.Match;
import dev.latchkey.review.RiskLevel;
import dev.latchkey.review.RiskSign;
import dev.latchkey.review.RiskSigns;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reviewer sees of a request, and who sees it. */
abstract class CaseFileScenarios extends RecoveryScene {
  private static final String STATEMENT = "My phone fell into the sea.";
  private static final List<String> SUPPORT = List.of("support");

  @Autowired TaskService tasks;
  @Autowired CaseFiles files;
  @Autowired RiskSigns risks;
  @Autowired KnownClients clients;
  @Autowired AccountDirectory directory;

  private final String contact = UUID.randomUUID() + "@example.net";

  private Guest asksSupport(String typed) {
    Guest guest = opens(typed);
    guest.wants(Way.HUMAN_REVIEW);
    guest.answers(new Answer.Statement(STATEMENT, "phone", "", contact));
    engine.runJobs();
    guest.enters(post.codeAt(contact));
    engine.runJobs();
    return guest;
  }

  private Task taskOf(Guest guest) {
    return tasks.createTaskQuery().processInstanceBusinessKey(guest.sees().caseId()).singleResult();
  }

  private CaseFile file(Guest guest) {
    return files.look(taskOf(guest).getId(), "sora", SUPPORT).orElseThrow();
  }

  private void states(Guest guest, String fact, String answer) {
    jdbc.sql("insert into review_fact (case_id, fact, answer) values (?, ?, ?)")
        .params(guest.sees().caseId(), fact, answer)
        .update();
  }

  private Match match(Guest guest, String topic) {
    return file(guest).stated().stream()
        .filter(one -> one.topic().equals(topic))
        .map(Compared::match)
        .findFirst()
        .orElseThrow();
  }

  private List<String> signs(Guest guest) {
    return risks.of(guest.sees().caseId()).stream().map(RiskSign::key).toList();
  }

  private List<String> looks(Guest guest) {
    return looks(guest, "look-at-case-file");
  }

  private List<String> looks(Guest guest, String action) {
    return jdbc.sql(
            """
            select actor || ' ' || outcome from audit_entry
            where case_id = ? and action = ? order by at
            """)
        .params(guest.sees().caseId(), action)
        .query(String.class)
        .list();
  }

  @Test
  void F2_theCaseFileMasksAddresses_andHoldsNoCode() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String code = post.codeAt(person.phoneNumber());
    guest.wants(Way.HUMAN_REVIEW);
    guest.answers(new Answer.Statement(STATEMENT, "phone", "", contact));
    engine.runJobs();
    guest.enters(post.codeAt(contact));
    engine.runJobs();
    String file = file(guest).toString();

    assertThat(file).contains(STATEMENT).contains("•••@example.com").contains("Accepted");
    assertThat(file)
        .doesNotContain(person.phoneNumber(), person.emailAddress(), contact, code)
        .doesNotContain(person.userName(), person.id());
  }

  @Test
  void F2_wrongTriesAreCounted() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()).equals("000000") ? "111111" : "000000");
    guest.wants(Way.HUMAN_REVIEW);
    guest.answers(new Answer.Statement(STATEMENT, "phone", "", contact));
    engine.runJobs();
    guest.enters(post.codeAt(contact));
    engine.runJobs();

    assertThat(file(guest).ways())
        .filteredOn(way -> way.way().equals("Text message"))
        .singleElement()
        .satisfies(way -> assertThat(way.wrongTries()).isOne())
        .satisfies(way -> assertThat(way.passed()).isFalse());
  }

  @Test
  void R23_everyLookIsAudited() {
    Guest guest = asksSupport(person().phoneNumber());
    file(guest);
    file(guest);

    assertThat(looks(guest)).containsExactly("sora seen", "sora seen");
  }

  @Test
  void T11_T17_whoseTaskItIsNot_seesNothing_andThatIsAuditedToo() {
    Guest guest = asksSupport(person().phoneNumber());
    Task task = taskOf(guest);
    assertThat(files.look(task.getId(), "mallory", List.of())).isEmpty();
    tasks.claim(task.getId(), "lena");
    assertThat(files.look(task.getId(), "sora", SUPPORT)).isEmpty();
    assertThat(files.look(task.getId(), "omar", List.of("support-lead"))).isPresent();
    assertThat(files.look(UUID.randomUUID().toString(), "sora", SUPPORT)).isEmpty();

    assertThat(looks(guest)).containsExactly("mallory refused", "sora refused", "omar seen");
  }

  @Test
  void T21_R22_whoseOwnAccountItIs_seesNothingOfIt() {
    Persona person = person();
    Guest guest = asksSupport(person.phoneNumber());

    assertThat(files.look(taskOf(guest).getId(), person.userName(), SUPPORT)).isEmpty();

    assertThat(looks(guest)).containsExactly(person.userName() + " refused");
  }

  @Test
  void T17_T20_theCodeToReadOut_isForWhoeverClaimedTheReview_alone() {
    Guest guest = asksSupport(person().phoneNumber());
    Task task = taskOf(guest);
    assertThat(code(task, "sora", SUPPORT)).isEmpty();
    tasks.claim(task.getId(), "sora");

    String code = code(task, "sora", SUPPORT).orElseThrow();
    assertThat(code).matches("\\d{8}");
    assertThat(file(guest).toString()).doesNotContain(code);
    assertThat(code(task, "lena", SUPPORT)).isEmpty();
    assertThat(code(task, "omar", List.of("support", "support-lead"))).isEmpty();
    assertThat(code(task, "sora", List.of())).isPresent();
    assertThat(looks(guest, "look-at-read-out-code"))
        .containsExactly("sora refused", "sora seen", "lena refused", "omar refused", "sora seen");
  }

  private Optional<String> code(Task task, String login, List<String> groups) {
    return files.readOutCode(task.getId(), login, groups);
  }

  @Test
  void F2_whatIsSaidOfEarlierAddresses_canBeRead_withTheAddressesMasked() {
    Guest guest = asksSupport(person().phoneNumber());
    states(guest, "old-address", "I used +1 (415) 555-0132 until 2021, then aiko@example.org");

    assertThat(file(guest).stated())
        .extracting(Compared::answer)
        .contains("I used •••32 until 2021, then a•••@example.org");
  }

  @Test
  void R24_nothingOfTheCaseFileLiesInTheEngine() {
    Guest guest = asksSupport(person().phoneNumber());
    file(guest);

    assertThat(new DatabaseSearch(jdbc).tablesWith(STATEMENT)).containsExactly("review");
    assertThat(new DatabaseSearch(jdbc).tablesWith(contact))
        .noneMatch(table -> table.startsWith("act_"));
  }

  @Test
  void F2_whatThePersonSays_standsBesideWhatIsOnFile_asAWord() {
    Persona person = person();
    Guest guest = asksSupport(person.phoneNumber());
    states(guest, "language", "English");
    states(guest, "home-region", "DE");
    states(guest, "account-since", "1999");
    states(guest, "lost-since", "2025-03");
    states(guest, "last-sign-in", "2025-03");

    assertThat(match(guest, "Lost")).isEqualTo(Match.MATCH);
    assertThat(match(guest, "Language")).isEqualTo(Match.MATCH);
    assertThat(match(guest, "Home region")).isEqualTo(Match.NO_MATCH);
    assertThat(match(guest, "Account opened")).isEqualTo(Match.NO_MATCH);
    assertThat(match(guest, "Lost since")).isEqualTo(Match.NOT_COMPARED);
    assertThat(match(guest, "Last sign-in")).isEqualTo(Match.NOT_ON_FILE);
  }

  @Test
  void F2_anEarlierAddress_isRecognised_theTypedOneCountsForNothing() {
    Persona person = person();
    String earlier = UUID.randomUUID() + "@example.org";
    String id = directory.addAddress(person.id(), AddressKind.EMAIL, earlier).id();
    directory.removeAddress(person.id(), id);
    Guest guest = asksSupport(person.phoneNumber());

    states(guest, "old-address", earlier.toUpperCase(java.util.Locale.ROOT));
    assertThat(match(guest, "Earlier number or e-mail address")).isEqualTo(Match.MATCH);
    jdbc.sql("update review_fact set answer = ?").param(person.phoneNumber()).update();
    assertThat(match(guest, "Earlier number or e-mail address")).isEqualTo(Match.NO_MATCH);
    assertThat(file(guest).toString()).doesNotContain(earlier, person.phoneNumber());
    assertThat(new DatabaseSearch(jdbc).tablesWith(earlier)).isEmpty();
  }

  @Test
  void F2_signs_newNetwork_andChangedContactData() {
    Persona person = person();
    clients.signedIn(person.id(), "Mozilla/5.0 (X11; Linux) Firefox/130", "203.0.113.7");
    engine.moveClock(Duration.ofMinutes(1));
    Guest guest = asksSupport(person.phoneNumber());
    assertThat(signs(guest)).containsExactly("new-network");

    directory.addAddress(person.id(), AddressKind.EMAIL, UUID.randomUUID() + "@example.org");
    assertThat(signs(guest)).containsExactly("contact-changed", "new-network");
    engine.moveClock(Duration.ofDays(30).plusMinutes(1));
    assertThat(signs(guest)).containsExactly("new-network");
  }

  @Test
  void F2_signs_aCountryThatNoNumberOfTheAccountBelongsTo() {
    Guest guest = opens(person().phoneNumber());
    states(guest, "home-region", "JP");
    assertThat(signs(guest)).isEmpty();

    Guest stranger = opens(person().phoneNumber());
    states(stranger, "home-region", "BR");
    assertThat(signs(stranger)).containsExactly("other-country");
  }

  @Test
  void F2_signs_severalRecoveries_andOneThatTheHolderStopped() {
    Persona person = person();
    opens(person.emailAddress());
    recoveries.object(post.objectionAt(person.emailAddress()));
    engine.pass(Duration.ofMinutes(3));
    opens(person.phoneNumber());
    engine.pass(Duration.ofMinutes(11));
    Guest guest = asksSupport(person.phoneNumber());

    assertThat(signs(guest)).contains("stopped-before", "several-recoveries");
    assertThat(risks.level(guest.sees().caseId())).isEqualTo(RiskLevel.HIGH);
    assertThat(file(guest).earlier()).hasSize(2);
  }

  @Test
  void F2_signs_manyAccountsFromOneNetwork() {
    Guest guest = asksSupport(person().phoneNumber());
    assertThat(signs(guest)).doesNotContain("many-accounts");
    for (int i = 0; i < 3; i++) {
      opens(person().phoneNumber());
    }
    opens("+819099990013");

    assertThat(signs(guest)).contains("many-accounts");
  }

  @Test
  void T1_forADecoyTheReviewerIsTold_andNothingCanBeApproved() {
    Guest guest = asksSupport("+819099990014");
    states(guest, "language", "English");
    CaseFile file = file(guest);

    assertThat(file.person().known()).isFalse();
    assertThat(file.panel().approvable()).isFalse();
    assertThat(file.stated()).allMatch(one -> one.match() == Match.NOT_ON_FILE);
  }
}
