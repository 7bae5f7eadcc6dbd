package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.CredentialsReset;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.List;

class ActivityTests {
  private StorageBeans beans;
  private Activity activity;
  private Account account;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    activity = beans.get(Activity.class);
    account = AccountFixture.withPhoneAndEmail(beans);
  }

  @EachDatabase
  void signInsChangesAndRecoveries_areListed_newestFirst(Databases database) {
    on(database);
    Holder holder = new Holder(beans, account);
    later();
    beans.get(SecondFactor.class).turnOn(holder.session());
    later();
    beans.publish(new CredentialsReset(account.id()));

    assertThat(activity.latest(account.id()))
        .extracting(Activity.Entry::what)
        .containsExactly("credentials-reset", "second-factor-on", "signed-in", "signed-in");
  }

  @EachDatabase
  void aChange_isListedWithItsDeviceAndTime(Databases database) {
    on(database);
    Holder holder = new Holder(beans, account);
    later();

    beans.get(MoreBackupCodes.class).make(holder.session(), 1);

    assertThat(activity.latest(account.id()).get(0))
        .isEqualTo(new Activity.Entry("backup-codes-made", "a laptop", beans.clock().instant()));
  }

  @EachDatabase
  void theNewestFiftyAreShown_andNobodyElses(Databases database) {
    on(database);
    new Holder(beans, AccountFixture.withPhoneAndEmail(beans));
    for (int i = 0; i < 51; i++) {
      later();
      beans.get(Sessions.class).start(account.id(), "device " + i);
    }

    List<Activity.Entry> shown = activity.latest(account.id());

    assertThat(shown).hasSize(50);
    assertThat(shown.get(0).device()).isEqualTo("device 50");
    assertThat(shown).noneMatch(entry -> entry.device().equals("device 0"));
  }

  @EachDatabase
  void aVeryLongDeviceName_isCut(Databases database) {
    on(database);

    beans.get(Sessions.class).start(account.id(), "x".repeat(1000));

    assertThat(activity.latest(account.id()).get(0).device()).hasSize(300);
  }

  private void later() {
    beans.clock().advance(Duration.ofSeconds(1));
  }
}
