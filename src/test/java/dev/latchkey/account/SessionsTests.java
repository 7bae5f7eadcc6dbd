package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.CredentialsReset;
import dev.latchkey.directory.jdbc.AccountRegister;
import dev.latchkey.secret.Tokens;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.Base64;

class SessionsTests {
  private StorageBeans beans;
  private Sessions sessions;
  private String account;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    sessions = beans.get(Sessions.class);
    account = AccountFixture.withPhoneAndEmail(beans).id();
  }

  @EachDatabase
  void R19_theTokenHas256Bits_andOnlyItsHashIsStored(Databases database) {
    on(database);
    String token = sessions.start(account, "a browser");

    Session session = sessions.find(token).orElseThrow();

    assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
    assertThat(session.accountId()).isEqualTo(account);
    assertThat(session.device()).isEqualTo("a browser");
    assertThat(
            beans
                .jdbc()
                .sql("select * from session where account_id = :id")
                .param("id", account)
                .query()
                .singleRow()
                .values())
        .doesNotContain(token);
  }

  @EachDatabase
  void R19_neitherTheIdNorTheHashOfASessionOpensIt(Databases database) {
    on(database);
    String token = sessions.start(account, null);
    Session session = sessions.find(token).orElseThrow();

    assertThat(sessions.find(session.id())).isEmpty();
    assertThat(sessions.find(Tokens.hash(token))).isEmpty();
  }

  @EachDatabase
  void R17_endingAll_endsTheSessionsOfThisAccountOnly(Databases database) {
    on(database);
    String phone = sessions.start(account, "phone");
    String laptop = sessions.start(account, "laptop");
    String others = sessions.start(AccountFixture.withPhoneAndEmail(beans).id(), "other");

    assertThat(sessions.endAll(account)).isEqualTo(2);

    assertThat(sessions.find(phone)).isEmpty();
    assertThat(sessions.find(laptop)).isEmpty();
    assertThat(sessions.find(others)).isPresent();
    assertThat(sessions.endAll(account)).isZero();
  }

  @EachDatabase
  void R17_aPasswordReset_endsAllSessions_unlessItIsRolledBack(Databases database) {
    on(database);
    String token = sessions.start(account, null);
    beans
        .transaction()
        .executeWithoutResult(
            status -> {
              beans.publish(new CredentialsReset(account));
              status.setRollbackOnly();
            });
    assertThat(sessions.find(token)).isPresent();

    beans.publish(new CredentialsReset(account));

    assertThat(sessions.find(token)).isEmpty();
  }

  @EachDatabase
  void aSessionEnds_whenSignedOut(Databases database) {
    on(database);
    String token = sessions.start(account, null);

    sessions.end(token);

    assertThat(sessions.find(token)).isEmpty();
  }

  @EachDatabase
  void aSessionEnds_afterHalfAnHourWithoutUse(Databases database) {
    on(database);
    String token = sessions.start(account, null);
    beans.clock().advance(Duration.ofMinutes(29));
    assertThat(sessions.find(token)).isPresent();
    beans.clock().advance(Duration.ofMinutes(29));
    assertThat(sessions.find(token)).isPresent();

    beans.clock().advance(Duration.ofMinutes(30));

    assertThat(sessions.find(token)).isEmpty();
  }

  @EachDatabase
  void aSessionEnds_afterTwelveHoursOfUse(Databases database) {
    on(database);
    String token = sessions.start(account, null);
    for (int i = 0; i < 35; i++) {
      beans.clock().advance(Duration.ofMinutes(20));
      assertThat(sessions.find(token)).isPresent();
    }

    beans.clock().advance(Duration.ofMinutes(20));

    assertThat(sessions.find(token)).isEmpty();
  }

  @EachDatabase
  void T5_aSessionEnds_whenTheAccountIsDisabled(Databases database) {
    on(database);
    String token = sessions.start(account, null);

    beans.get(AccountRegister.class).changeStatus(account, AccountStatus.DISABLED);

    assertThat(sessions.find(token)).isEmpty();
  }

  @EachDatabase
  void R12_aSignInIsRecentForTenMinutes_usingTheSessionDoesNotProlongThat(Databases database) {
    on(database);
    String token = sessions.start(account, null);
    beans.clock().advance(Duration.ofMinutes(9));
    assertThat(sessions.recentlyAuthenticated(sessions.find(token).orElseThrow())).isTrue();

    beans.clock().advance(Duration.ofMinutes(1));

    assertThat(sessions.recentlyAuthenticated(sessions.find(token).orElseThrow())).isFalse();
  }

  @EachDatabase
  void T10_showingAgainWhoOneIs_bringsANewToken_andTheOldOneIsWorthless(Databases database) {
    on(database);
    String old = sessions.start(account, null);
    Session before = sessions.find(old).orElseThrow();
    beans.clock().advance(Duration.ofMinutes(11));

    String fresh = sessions.renew(before).orElseThrow();

    assertThat(sessions.find(old)).isEmpty();
    Session after = sessions.find(fresh).orElseThrow();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(sessions.recentlyAuthenticated(after)).isTrue();
    sessions.end(fresh);
    assertThat(sessions.renew(after)).isEmpty();
  }

  @EachDatabase
  void listHoldsTheRunningSessionsOfTheAccount_lastUsedFirst(Databases database) {
    on(database);
    String phone = sessions.start(account, "phone");
    String gone = sessions.start(account, "gone");
    String laptop = sessions.start(account, "laptop", SessionKind.APP);
    sessions.start(AccountFixture.withPhoneAndEmail(beans).id(), "other");
    sessions.end(gone);
    beans.clock().advance(Duration.ofMinutes(1));
    sessions.find(laptop);
    beans.clock().advance(Duration.ofMinutes(1));
    sessions.find(phone);

    assertThat(sessions.list(account))
        .extracting(Session::device, Session::kind)
        .containsExactly(tuple("phone", SessionKind.BROWSER), tuple("laptop", SessionKind.APP));
    beans.clock().advance(Duration.ofMinutes(30));
    assertThat(sessions.list(account)).isEmpty();
  }

  @EachDatabase
  void T11_aSessionIsEndedById_onlyByItsOwnAccount(Databases database) {
    on(database);
    String token = sessions.start(account, null);
    String id = sessions.find(token).orElseThrow().id();
    String other = AccountFixture.withPhoneAndEmail(beans).id();

    assertThat(sessions.end(other, id)).isFalse();
    assertThat(sessions.end(account, "unknown")).isFalse();
    assertThat(sessions.find(token)).isPresent();

    assertThat(sessions.end(account, id)).isTrue();
    assertThat(sessions.find(token)).isEmpty();
  }

  @EachDatabase
  void endingTheOthers_leavesThisOne(Databases database) {
    on(database);
    String here = sessions.start(account, null);
    String there = sessions.start(account, null);

    assertThat(sessions.endOthers(sessions.find(here).orElseThrow())).isOne();

    assertThat(sessions.find(here)).isPresent();
    assertThat(sessions.find(there)).isEmpty();
  }
}
