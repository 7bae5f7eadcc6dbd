package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.PasswordHash;
import dev.latchkey.directory.PasswordPolicy;
import dev.latchkey.directory.PasswordVerdict;
import dev.latchkey.directory.jdbc.AccountRegister;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes accounts to try the system with, once, in a directory that has none. Their passwords are
 * random and differ between installations. On with the embedded database unless configured
 * otherwise.
 */
@Component
public class DemoAccounts implements SmartInitializingSingleton {
  private static final String SYMBOLS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;

  private final boolean enabled;
  private final DemoFile file;
  private final AccountRegister register;
  private final PasswordPolicy policy;
  private final BackupCodes backupCodes;
  private final AuthenticatorApp app;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  DemoAccounts(
      @Value("${latchkey.demo.enabled:#{'${spring.datasource.url:}'.startsWith('jdbc:h2:')}}")
          boolean enabled,
      @Value("${latchkey.data-folder}") Path dataFolder,
      AccountRegister register,
      PasswordPolicy policy,
      BackupCodes backupCodes,
      AuthenticatorApp app,
      PlatformTransactionManager manager) {
    this.enabled = enabled;
    this.file = new DemoFile(dataFolder);
    this.register = register;
    this.policy = policy;
    this.backupCodes = backupCodes;
    this.app = app;
    this.transaction = new TransactionTemplate(manager);
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (enabled && register.empty()) {
      transaction.executeWithoutResult(
          status -> file.write(Arrays.stream(DemoPeople.values()).map(this::make).toList()));
    }
  }

  /** The accounts with their secrets as first made; empty when the demo is off. */
  public List<DemoAccount> list() {
    return enabled ? file.read() : List.of();
  }

  private DemoAccount make(DemoPeople person) {
    Account account = person.account();
    String password = password();
    register.add(account, hash(account, password));
    int codes = person.backupCodes();
    return new DemoAccount(
        account.userName(),
        account.displayName(),
        person.situation(),
        person.identifiers(),
        password,
        codes == 0 ? List.of() : backupCodes.generate(account.id(), codes),
        person.app() ? app.enrol(account.id()) : null);
  }

  private PasswordHash hash(Account account, String password) {
    if (policy.check(account, password, password) instanceof PasswordVerdict.Accepted accepted) {
      return accepted.hash();
    }
    throw new IllegalStateException("The password made for " + account.userName() + " is refused");
  }

  private String password() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      password.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "");
      password.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
    }
    return password.toString();
  }
}
