package dev.latchkey.proof;

import static dev.latchkey.proof.LoginRequests.Approval.APPROVED;
import static dev.latchkey.proof.LoginRequests.Approval.DEAD;
import static dev.latchkey.proof.LoginRequests.Approval.WRONG_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.LoginRequest.State;
import dev.latchkey.proof.LoginRequests.Approval;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.CaseRows;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.HeardAnswers;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class LoginRequestsTests {
  private StorageBeans beans;
  private LoginRequests requests;
  private String account;
  private String phone;

  /** An account with a second factor and one device that takes login requests. */
  private void on(Databases database) {
    beans = StorageBeans.on(database);
    requests = beans.get(LoginRequests.class);
    account = AccountFixture.withSecondFactor(beans).id();
    phone = UUID.randomUUID().toString();
    requests.enable(account, phone);
  }

  @EachDatabase
  void C8_anOpenRequest_isListedWithWhereWhenAndDevice_butWithoutItsNumber(Databases database) {
    on(database);
    LoginRequest asked = open();

    LoginRequest seen = requests.openOf(account).get(0);

    assertThat(seen.id()).isEqualTo(asked.id());
    assertThat(seen.device()).isEqualTo("a browser");
    assertThat(seen.network()).isEqualTo("192.0.2.…");
    assertThat(seen.openedAt()).isEqualTo(beans.clock().instant());
    assertThat(seen.number()).isNull();
  }

  @EachDatabase
  void C8_theRightNumber_approves_andIsSaidToTheOneWhoWaits(Databases database) {
    on(database);
    LoginRequest asked = open();

    assertThat(approve(asked, asked.number())).isEqualTo(APPROVED);

    assertThat(stateOf(asked)).isEqualTo(State.APPROVED);
    assertThat(requests.openOf(account)).isEmpty();
    assertThat(heard(asked)).isOne();
  }

  @EachDatabase
  void C8_theNumberIsReadHoweverItIsTyped(Databases database) {
    on(database);
    LoginRequest asked = open();

    assertThat(approve(asked, " " + fullWidth(asked.number()) + " ")).isEqualTo(APPROVED);
  }

  @EachDatabase
  void C8_aDeniedRequest_isDead_andIsSaidToTheOneWhoWaits(Databases database) {
    on(database);
    LoginRequest asked = open();

    assertThat(requests.deny(account, phone, asked.id())).isTrue();

    assertThat(stateOf(asked)).isEqualTo(State.DENIED);
    assertThat(approve(asked, asked.number())).isEqualTo(DEAD);
    assertThat(heard(asked)).isOne();
  }

  @EachDatabase
  void R10_theNumberHasTwoDigits_andDiffers(Databases database) {
    on(database);

    List<String> numbers = IntStream.range(0, 40).mapToObj(i -> open().number()).toList();

    assertThat(numbers).allMatch(number -> number.matches("[0-9]{2}"));
    assertThat(numbers.stream().distinct().count()).isGreaterThan(10);
  }

  @EachDatabase
  void R10_aWrongNumber_mayBeTypedAgain_theThirdEndsTheRequest(Databases database) {
    on(database);
    LoginRequest asked = open();

    assertThat(approve(asked, wrong(asked))).isEqualTo(WRONG_NUMBER);
    assertThat(approve(asked, "")).isEqualTo(WRONG_NUMBER);
    assertThat(heard(asked)).isZero();
    assertThat(approve(asked, wrong(asked))).isEqualTo(DEAD);

    assertThat(stateOf(asked)).isEqualTo(State.CLOSED);
    assertThat(approve(asked, asked.number())).isEqualTo(DEAD);
    assertThat(heard(asked)).isOne();
  }

  @EachDatabase
  void R10_afterTenMinutes_aRequestIsDead(Databases database) {
    on(database);
    LoginRequest asked = open();
    beans.clock().advance(Duration.ofMinutes(10));

    assertThat(approve(asked, asked.number())).isEqualTo(DEAD);
    assertThat(requests.deny(account, phone, asked.id())).isFalse();
    assertThat(requests.openOf(account)).isEmpty();
  }

  @EachDatabase
  void R10_fourthOpenRequest_isShownANumber_butCannotBeAnswered(Databases database) {
    on(database);
    List<LoginRequest> asked = IntStream.range(0, 4).mapToObj(i -> open()).toList();

    assertThat(requests.openOf(account)).hasSize(3);
    assertThat(asked.get(3).number()).hasSize(2);
    assertThat(requests.ofCase(asked.get(3).caseId())).contains(asked.get(3));
    assertThat(approve(asked.get(3), asked.get(3).number())).isEqualTo(DEAD);
    assertThat(approve(asked.get(0), asked.get(0).number())).isEqualTo(APPROVED);
  }

  @EachDatabase
  void R10_requestsAskedForAtOnce_neverMakeMoreThanThree(Databases database) throws Exception {
    on(database);
    List<Callable<LoginRequest>> asking = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asking.add(this::open);
    }

    Race.run(asking);

    assertThat(requests.openOf(account)).hasSize(3);
  }

  @EachDatabase
  void R10_aDenial_stopsFurtherRequestsForTenMinutes(Databases database) {
    on(database);
    requests.deny(account, phone, open().id());
    beans.clock().advance(Duration.ofMinutes(9));

    LoginRequest early = open();
    assertThat(requests.openOf(account)).isEmpty();
    assertThat(approve(early, early.number())).isEqualTo(DEAD);

    beans.clock().advance(Duration.ofMinutes(1));
    LoginRequest late = open();
    assertThat(approve(late, late.number())).isEqualTo(APPROVED);
  }

  @EachDatabase
  void R15_aDecoyAndAnAccountWithoutDevice_areShownANumberAlike(Databases database) {
    on(database);
    String without = AccountFixture.withSecondFactor(beans).id();
    String aCase = CaseRows.open(beans.jdbc(), without);
    String another = CaseRows.open(beans.jdbc(), "nobody");

    LoginRequest noDevice = requests.open(aCase, without, null, null);
    LoginRequest decoy = requests.open(another, null, null, null);

    assertThat(requests.ofCase(aCase)).contains(noDevice);
    assertThat(requests.ofCase(another)).contains(decoy);
    assertThat(noDevice.expiresAt()).isEqualTo(decoy.expiresAt());
    requests.enable(without, UUID.randomUUID().toString());
    assertThat(requests.openOf(without)).isEmpty();
  }

  @EachDatabase
  void C7_askingAgain_endsWhatTheCaseAskedBefore(Databases database) {
    on(database);
    LoginRequest first = open();

    LoginRequest second = requests.open(first.caseId(), account, null, null);

    assertThat(requests.openOf(account)).extracting(LoginRequest::id).containsExactly(second.id());
    assertThat(requests.ofCase(first.caseId())).contains(second);
    assertThat(approve(first, first.number())).isEqualTo(DEAD);
  }

  @EachDatabase
  void C7_goingAnotherWay_endsTheRequest_withoutAnAnswer(Databases database) {
    on(database);
    LoginRequest asked = open();

    requests.closeAll(asked.caseId());
    requests.closeAll(asked.caseId());

    assertThat(stateOf(asked)).isEqualTo(State.CLOSED);
    assertThat(approve(asked, asked.number())).isEqualTo(DEAD);
    assertThat(heard(asked)).isZero();
  }

  @EachDatabase
  void C8_onlyADeviceThatTakesLoginRequests_mayAnswer(Databases database) {
    on(database);
    LoginRequest asked = open();
    String laptop = UUID.randomUUID().toString();

    assertThat(requests.approve(account, laptop, asked.id(), asked.number())).isEqualTo(DEAD);
    assertThat(requests.deny(account, laptop, asked.id())).isFalse();
    requests.disable(phone);
    assertThat(approve(asked, asked.number())).isEqualTo(DEAD);
    requests.enable(account, phone);
    assertThat(approve(asked, asked.number())).isEqualTo(APPROVED);
  }

  @EachDatabase
  void C9_aDeviceTakesRequests_forThirtyDays_untilTurnedOff(Databases database) {
    on(database);
    beans.clock().advance(Duration.ofDays(30).minusSeconds(1));
    assertThat(requests.enabled(account)).isTrue();
    assertThat(requests.enabledOn(phone)).isTrue();
    beans.clock().advance(Duration.ofSeconds(1));
    assertThat(requests.enabled(account)).isFalse();
    assertThat(requests.enabledOn(phone)).isFalse();

    requests.enable(account, phone);
    assertThat(requests.disableAll(account)).isOne();
    assertThat(requests.enabled(account)).isFalse();
  }

  @EachDatabase
  void T11_othersRequestsAndUnknownIds_areAsDeadAsNone(Databases database) {
    on(database);
    LoginRequest asked = open();
    String other = AccountFixture.withSecondFactor(beans).id();
    String othersPhone = UUID.randomUUID().toString();
    requests.enable(other, othersPhone);

    assertThat(requests.approve(other, othersPhone, asked.id(), asked.number())).isEqualTo(DEAD);
    assertThat(requests.approve(other, phone, asked.id(), asked.number())).isEqualTo(DEAD);
    assertThat(requests.approve(account, othersPhone, asked.id(), asked.number())).isEqualTo(DEAD);
    assertThat(requests.deny(other, othersPhone, asked.id())).isFalse();
    assertThat(requests.approve(account, phone, "unknown", "11")).isEqualTo(DEAD);
    assertThat(stateOf(asked)).isEqualTo(State.OPEN);
  }

  @EachDatabase
  void T2_eightParallelApprovals_exactlyOneWins(Databases database) throws Exception {
    on(database);
    LoginRequest asked = open();

    List<Approval> outcomes = Race.run(8, () -> approve(asked, asked.number()));

    assertThat(outcomes.stream().filter(APPROVED::equals)).hasSize(1);
    assertThat(outcomes.stream().filter(DEAD::equals)).hasSize(7);
    assertThat(heard(asked)).isOne();
  }

  @EachDatabase
  void T2_approvalAndDenialAtOnce_exactlyOneWins(Databases database) throws Exception {
    on(database);
    LoginRequest asked = open();

    List<Boolean> won =
        Race.run(
            List.of(
                () -> approve(asked, asked.number()) == APPROVED,
                () -> requests.deny(account, phone, asked.id())));

    assertThat(won).containsExactlyInAnyOrder(true, false);
    assertThat(stateOf(asked)).isEqualTo(won.get(0) ? State.APPROVED : State.DENIED);
  }

  @EachDatabase
  void T2_fiftyParallelWrongNumbers_threeAreLookedAt(Databases database) throws Exception {
    on(database);
    LoginRequest asked = open();

    List<Approval> outcomes = Race.run(50, () -> approve(asked, wrong(asked)));

    assertThat(outcomes.stream().filter(WRONG_NUMBER::equals)).hasSize(2);
    assertThat(stateOf(asked)).isEqualTo(State.CLOSED);
    assertThat(heard(asked)).isOne();
  }

  private LoginRequest open() {
    String caseId = CaseRows.open(beans.jdbc(), account);
    return requests.open(caseId, account, "a browser", "192.0.2.…");
  }

  private Approval approve(LoginRequest asked, String number) {
    return requests.approve(account, phone, asked.id(), number);
  }

  private State stateOf(LoginRequest asked) {
    return requests.ofCase(asked.caseId()).orElseThrow().state();
  }

  private long heard(LoginRequest asked) {
    return beans.get(HeardAnswers.class).of(asked.caseId());
  }

  private static String wrong(LoginRequest asked) {
    return asked.number().equals("10") ? "11" : "10";
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .collect(
            StringBuilder::new, (s, c) -> s.append((char) (c - '0' + '０')), StringBuilder::append)
        .toString();
  }
}
