package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.Account;
import dev.latchkey.proof.TemporaryPasswords;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;

class AppPasswordsTests {

  @EachDatabase
  void T2_D8_ofManyMadeAtOnce_fiveCount(Databases database) throws Exception {
    StorageBeans beans = StorageBeans.on(database);
    Account account = AccountFixture.withSecondFactor(beans);

    Race.run(12, () -> beans.get(AppPasswords.class).make(account.id(), "an app"));

    assertThat(beans.get(AppPasswords.class).list(account.id()))
        .hasSize(TemporaryPasswords.MOST_ACTIVE);
  }
}
