package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.Account;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Removals;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;

class SettingsRetentionTests {
  private static final Duration MONTH = Duration.ofDays(30);
  private StorageBeans beans;
  private Account account;

  /** Leaves a trace in each table: sessions, activity, a removed address, a temporary password. */
  private void traces(Databases database) {
    beans = StorageBeans.on(database);
    account = AccountFixture.withPhoneAndEmail(beans);
    Holder holder = new Holder(beans, account);
    beans.get(AppPasswords.class).make(account.id(), "an app");
    beans.get(Addresses.class).remove(holder.session(), account.addresses().get(0).id());
  }

  @EachDatabase
  void R24_whatIsKeptOfSignInsAndChanges_isRemovedAfterTheRetentionPeriod(Databases database) {
    traces(database);
    beans.clock().advance(MONTH.plusHours(2));

    removesOldTraces();

    assertThat(left("session")).isZero();
    assertThat(left("account_activity")).isZero();
    assertThat(left("removed_address")).isZero();
    assertThat(left("temporary_password")).isZero();
  }

  @EachDatabase
  void R24_untilThen_itStays(Databases database) {
    traces(database);
    beans.clock().advance(MONTH.minusMinutes(1));

    removesOldTraces();

    assertThat(left("session")).isEqualTo(2);
    assertThat(left("account_activity")).isPositive();
    assertThat(left("removed_address")).isEqualTo(1);
    assertThat(left("temporary_password")).isEqualTo(1);
  }

  @EachDatabase
  void C8_aSessionThatStillApprovesSignIns_isNotRemoved(Databases database) {
    traces(database);
    Holder holder = new Holder(beans, account);
    Session here = holder.session();
    beans.get(Sessions.class).keep(here, beans.clock().instant().plus(MONTH.multipliedBy(2)));
    beans.clock().advance(MONTH.plusHours(2));

    removesOldTraces();

    assertThat(holder.signedInHere()).isTrue();
  }

  private void removesOldTraces() {
    Removals.of(beans.get(SettingsRetention.class), beans.clock().instant(), beans.transaction());
  }

  private int left(String table) {
    return beans
        .jdbc()
        .sql("select count(*) from " + table + " where account_id = :id")
        .param("id", account.id())
        .query(Integer.class)
        .single();
  }
}
