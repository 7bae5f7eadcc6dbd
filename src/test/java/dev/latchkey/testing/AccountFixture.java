package dev.latchkey.testing;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.PasswordHash;
import dev.latchkey.directory.jdbc.AccountRegister;
import dev.latchkey.secret.SlowHash;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Accounts in people's situations, each with names and addresses that no other test uses. */
public final class AccountFixture {
  /** The password of every account that has one. */
  public static final String PASSWORD = "nine quiet herons wade";

  /** The present password of {@link #withShortPassword}. */
  public static final String SHORT_PASSWORD = "rqzfwmkv";

  private static final AtomicInteger NEXT = new AtomicInteger(1000);

  private AccountFixture() {}

  /** Signs in with a password and nothing else; has phone and e-mail. */
  public static Account withPhoneAndEmail(StorageBeans beans) {
    return register(beans, make(false, List.of(phone(true), email(true))), AccountStatus.ACTIVE);
  }

  /** Has a second factor, phone and e-mail. */
  public static Account withSecondFactor(StorageBeans beans) {
    return register(beans, make(true, List.of(phone(true), email(true))), AccountStatus.ACTIVE);
  }

  /** Signs in with a password and nothing else; has an e-mail address only. */
  public static Account withEmailOnly(StorageBeans beans) {
    return register(beans, make(false, List.of(email(true))), AccountStatus.ACTIVE);
  }

  /** Has a second factor, and a password that is long enough only together with it. */
  public static Account withShortPassword(StorageBeans beans) {
    Account account = withSecondFactor(beans);
    PasswordHash hash = new PasswordHash(beans.get(SlowHash.class).of(SHORT_PASSWORD));
    beans.get(AccountDirectory.class).resetPassword(account.id(), hash);
    return account;
  }

  /** Has two phone numbers and an e-mail address, and a second factor. */
  public static Account withTwoPhones(StorageBeans beans) {
    List<Address> addresses = List.of(phone(true), phone(true), email(true));
    return register(beans, make(true, addresses), AccountStatus.ACTIVE);
  }

  /** Entered an e-mail address but never the code sent to it. */
  public static Account withUnverifiedEmail(StorageBeans beans) {
    return register(beans, make(false, List.of(email(false))), AccountStatus.ACTIVE);
  }

  /** Closed, with phone and e-mail. */
  public static Account disabled(StorageBeans beans) {
    return register(beans, make(false, List.of(phone(true), email(true))), AccountStatus.DISABLED);
  }

  /** Shares exactly these addresses with whatever other account has them. */
  public static Account withAddress(StorageBeans beans, AddressKind kind, String value) {
    Address address = new Address(UUID.randomUUID().toString(), kind, value, true, true);
    return register(beans, make(false, List.of(address)), AccountStatus.ACTIVE);
  }

  /** The first address of a kind. */
  public static String address(Account account, AddressKind kind) {
    return account.addresses().stream()
        .filter(address -> address.kind() == kind)
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static Account register(StorageBeans beans, Account account, AccountStatus status) {
    AccountRegister register = beans.get(AccountRegister.class);
    register.add(account, new PasswordHash(beans.get(SlowHash.class).of(PASSWORD)));
    register.changeStatus(account.id(), status);
    return account;
  }

  private static Account make(boolean secondFactor, List<Address> addresses) {
    return new Account(
        UUID.randomUUID().toString(),
        "person" + NEXT.incrementAndGet(),
        "Test Person",
        Locale.ENGLISH,
        AccountStatus.ACTIVE,
        AccountKind.STANDARD,
        secondFactor,
        addresses);
  }

  private static Address phone(boolean verified) {
    String value = "+1202555" + NEXT.incrementAndGet();
    return new Address(UUID.randomUUID().toString(), AddressKind.PHONE, value, verified, true);
  }

  private static Address email(boolean verified) {
    String value = "person" + NEXT.incrementAndGet() + "@example.com";
    return new Address(UUID.randomUUID().toString(), AddressKind.EMAIL, value, verified, true);
  }
}
