package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.CredentialsReset;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.HeardChanges;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.function.Consumer;

class LoginDevicesTests {
  private StorageBeans beans;
  private Sessions sessions;
  private LoginDevices devices;
  private String account;
  private String token;
  private Session session;

  /** A session that approves sign-ins. */
  private void on(Databases database) {
    beans = StorageBeans.on(database);
    sessions = beans.get(Sessions.class);
    devices = beans.get(LoginDevices.class);
    account = AccountFixture.withSecondFactor(beans).id();
    token = sessions.start(account, "a phone");
    session = sessions.find(token).orElseThrow();
    devices.turnOn(session);
  }

  @EachDatabase
  void C8_aDeviceThatApproves_staysSignedInForThirtyDays(Databases database) {
    on(database);
    beans.clock().advance(Duration.ofDays(30).minusSeconds(1));
    assertThat(sessions.find(token)).isPresent();
    assertThat(devices.on(session)).isTrue();

    beans.clock().advance(Duration.ofSeconds(1));

    assertThat(sessions.find(token)).isEmpty();
    assertThat(beans.get(LoginRequests.class).enabled(account)).isFalse();
  }

  @EachDatabase
  void C9_howeverTheSessionEnds_itApprovesNothingAnyMore(Databases database) {
    ends(database, sessions -> sessions.end(token));
    ends(database, sessions -> sessions.end(account, session.id()));
    ends(database, sessions -> sessions.endAll(account));
    ends(database, sessions -> beans.publish(new CredentialsReset(account)));
    ends(
        database,
        sessions -> sessions.endOthers(sessions.find(sessions.start(account, null)).orElseThrow()));
  }

  @EachDatabase
  void C9_turnedOff_theSessionLivesAsOthersDo(Databases database) {
    on(database);
    beans.clock().advance(Duration.ofDays(3));

    devices.turnOff(session);

    assertThat(devices.on(session)).isFalse();
    assertThat(sessions.find(token)).isPresent();
    beans.clock().advance(Duration.ofMinutes(30));
    assertThat(sessions.find(token)).isEmpty();
  }

  @EachDatabase
  void R13_turningOnAndOff_isToldOnceEach(Databases database) {
    on(database);
    devices.turnOn(session);
    devices.turnOff(session);
    devices.turnOff(session);

    assertThat(beans.get(HeardChanges.class).of(account))
        .containsExactly(AccountChange.LOGIN_REQUESTS_ON, AccountChange.LOGIN_REQUESTS_OFF);
  }

  private void ends(Databases database, Consumer<Sessions> end) {
    on(database);
    end.accept(sessions);
    assertThat(devices.on(session)).isFalse();
    assertThat(beans.get(LoginRequests.class).enabled(account)).isFalse();
  }
}
