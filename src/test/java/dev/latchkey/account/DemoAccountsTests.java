package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.StorageBeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class DemoAccountsTests {
  @TempDir Path data;

  @EachDatabase
  void everyDemoAccountIsFoundByEachIdentifier_andItsPasswordIsRight(Databases database) {
    StorageBeans beans = StorageBeans.started(database.fresh(), data, true);

    List<DemoAccount> accounts = beans.get(DemoAccounts.class).list();

    assertThat(accounts).hasSize(5);
    for (DemoAccount demo : accounts) {
      for (String typed : demo.identifiers()) {
        Identifier identifier = beans.get(IdentifierParser.class).parse(typed).orElseThrow();
        assertThat(beans.get(AccountDirectory.class).authenticate(identifier, demo.password()))
            .map(Account::userName)
            .contains(demo.userName());
      }
    }
  }

  @EachDatabase
  void D1_turningTheSecondFactorOn_comesWithABackupCode(Databases database) {
    StorageBeans beans = StorageBeans.started(database.fresh(), data, true);

    for (DemoAccount demo : beans.get(DemoAccounts.class).list()) {
      Account account = account(beans, demo);
      int active = beans.get(BackupCodes.class).active(account.id());
      assertThat(demo.backupCodes()).hasSize(active);
      assertThat(active > 0).isEqualTo(account.secondFactor());
    }
    assertThat(demo(beans, "mia").backupCodes()).hasSize(1);
    assertThat(demo(beans, "erin").appSecret()).hasSize(32);
  }

  @EachDatabase
  void aRestart_keepsTheAccountsAndTheirSecrets(Databases database) {
    DataSource source = database.fresh();
    List<DemoAccount> before =
        StorageBeans.started(source, data, true).get(DemoAccounts.class).list();

    List<DemoAccount> after =
        StorageBeans.started(source, data, true).get(DemoAccounts.class).list();

    assertThat(after).isEqualTo(before);
  }

  @EachDatabase
  void aDirectoryInUse_getsNoDemoAccounts(Databases database) {
    DataSource source = database.fresh();
    StorageBeans off = StorageBeans.started(source, data, false);
    assertThat(off.get(DemoAccounts.class).list()).isEmpty();
    AccountFixture.withPhoneAndEmail(off);

    StorageBeans on = StorageBeans.started(source, data, true);

    assertThat(on.get(DemoAccounts.class).list()).isEmpty();
  }

  @EachDatabase
  void theFileOfSecrets_isTheOwnersOnly(Databases database) throws IOException {
    StorageBeans.started(database.fresh(), data, true);

    assertThat(Files.getPosixFilePermissions(data.resolve("demo-accounts.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @EachDatabase
  void T12_demoAddressesAreReservedOnes(Databases database) {
    StorageBeans beans = StorageBeans.started(database.fresh(), data, true);

    for (DemoAccount demo : beans.get(DemoAccounts.class).list()) {
      assertThat(account(beans, demo).addresses())
          .extracting(Address::value)
          .allMatch(
              value -> value.matches(".+@example\\.com|\\+1\\d{3}55501\\d\\d|\\+4917139200\\d\\d"));
    }
  }

  private static DemoAccount demo(StorageBeans beans, String userName) {
    return beans.get(DemoAccounts.class).list().stream()
        .filter(demo -> demo.userName().equals(userName))
        .findFirst()
        .orElseThrow();
  }

  private static Account account(StorageBeans beans, DemoAccount demo) {
    Identifier name = beans.get(IdentifierParser.class).parse(demo.userName()).orElseThrow();
    return beans.get(AccountDirectory.class).find(name).orElseThrow();
  }
}
