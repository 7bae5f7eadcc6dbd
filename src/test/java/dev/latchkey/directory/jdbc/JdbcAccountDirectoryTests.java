package dev.latchkey.directory.jdbc;

import static dev.latchkey.testing.AccountFixture.PASSWORD;
import static dev.latchkey.testing.AccountFixture.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.directory.PasswordHash;
import dev.latchkey.secret.SlowHash;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.StorageBeans;
import java.util.List;
import java.util.Optional;

class JdbcAccountDirectoryTests {
  private StorageBeans beans;
  private AccountDirectory directory;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    directory = beans.get(AccountDirectory.class);
  }

  @EachDatabase
  void A1_anAccountIsFoundByEachOfItsIdentifiers(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);

    assertThat(directory.find(email(account))).contains(account);
    assertThat(directory.find(phone(address(account, AddressKind.PHONE)))).contains(account);
    assertThat(directory.find(userName(account))).contains(account);
    assertThat(directory.findById(account.id())).contains(account);
  }

  @EachDatabase
  void R12_anAddedAddressIsVerified_comesLast_andFindsTheAccount(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    String value = "added-" + account.userName() + "@example.com";

    Address added = directory.addAddress(account.id(), AddressKind.EMAIL, value);

    List<Address> addresses = directory.findById(account.id()).orElseThrow().addresses();
    assertThat(addresses).hasSize(3).last().isEqualTo(added);
    assertThat(added.verified() && added.notified()).isTrue();
    Identifier identifier = new Identifier(IdentifierKind.EMAIL, List.of(value));
    assertThat(directory.find(identifier)).map(Account::id).contains(account.id());
  }

  @EachDatabase
  void R12_anAddressOnFileUnverifiedBecomesVerified(Databases database) {
    on(database);
    Account account = AccountFixture.withUnverifiedEmail(beans);
    Address unverified = account.addresses().get(0);

    Address added = directory.addAddress(account.id(), AddressKind.EMAIL, unverified.value());

    assertThat(added.id()).isEqualTo(unverified.id());
    assertThat(added.verified()).isTrue();
    assertThat(directory.findById(account.id()).orElseThrow().addresses()).hasSize(1);
  }

  @EachDatabase
  void A13_aRemovedAddressFindsNobody(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    directory.removeAddress(account.id(), account.addresses().get(0).id());
    directory.removeAddress(account.id(), account.addresses().get(0).id());

    assertThat(directory.findById(account.id()).orElseThrow().addresses())
        .containsExactly(account.addresses().get(1));
  }

  @EachDatabase
  void T11_anAddressOfAnotherAccountIsNotRemoved(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    Account other = AccountFixture.withPhoneAndEmail(beans);
    directory.removeAddress(other.id(), account.addresses().get(0).id());

    assertThat(directory.findById(account.id())).contains(account);
  }

  @EachDatabase
  void A1_aNationalNumberFindsTheOneAccountThatFits(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    String number = address(account, AddressKind.PHONE);

    assertThat(directory.find(phone("+8190" + number.substring(4), number))).contains(account);
  }

  @EachDatabase
  void A1_aNumberThatFitsTwoAccountsFindsNone(Databases database) {
    on(database);
    Account one = AccountFixture.withPhoneAndEmail(beans);
    Account other = AccountFixture.withPhoneAndEmail(beans);

    Identifier both = phone(address(one, AddressKind.PHONE), address(other, AddressKind.PHONE));

    assertThat(directory.find(both)).isEmpty();
  }

  @EachDatabase
  void A1_aClosedAccountDoesNotHideTheOneThatIsInUse(Databases database) {
    on(database);
    Account closed = AccountFixture.disabled(beans);
    String shared = address(closed, AddressKind.EMAIL);
    Account used = AccountFixture.withAddress(beans, AddressKind.EMAIL, shared);

    assertThat(directory.find(email(closed))).contains(used);
  }

  @EachDatabase
  void R12_anUnverifiedAddressFindsNothing(Databases database) {
    on(database);
    Account account = AccountFixture.withUnverifiedEmail(beans);

    assertThat(directory.find(email(account))).isEmpty();
    assertThat(directory.find(userName(account))).contains(account);
  }

  @EachDatabase
  void aDisabledAccountIsFound_butNobodySignsIn(Databases database) {
    on(database);
    Account account = AccountFixture.disabled(beans);

    Account found = directory.find(email(account)).orElseThrow();
    assertThat(found.status()).isEqualTo(AccountStatus.DISABLED);
    assertThat(directory.authenticate(email(account), PASSWORD)).isEmpty();
  }

  @EachDatabase
  void aPasswordSignsInTheAccountThatHasIt(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);

    assertThat(directory.authenticate(email(account), PASSWORD)).contains(account);
    assertThat(directory.authenticate(email(account), PASSWORD + "x")).isEmpty();
    assertThat(directory.authenticate(email(account), "")).isEmpty();
    assertThat(directory.authenticate(nobody(), PASSWORD)).isEmpty();
  }

  @EachDatabase
  void T5_afterAReset_onlyTheNewPasswordWorks(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);

    directory.resetPassword(account.id(), hash("seven loud geese fly"));

    assertThat(directory.authenticate(email(account), PASSWORD)).isEmpty();
    assertThat(directory.authenticate(email(account), "seven loud geese fly")).contains(account);
  }

  @EachDatabase
  void A13_aRevokedPasswordSignsNobodyIn_untilItIsReset(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);

    directory.revokePassword(account.id());
    directory.revokePassword(account.id());

    assertThat(directory.authenticate(email(account), PASSWORD)).isEmpty();
    directory.resetPassword(account.id(), hash(PASSWORD));
    assertThat(directory.authenticate(email(account), PASSWORD)).contains(account);
  }

  @EachDatabase
  void anUnknownIdIsAnError(Databases database) {
    on(database);

    assertThat(directory.findById("nobody")).isEqualTo(Optional.empty());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.resetPassword("nobody", new PasswordHash("hash")));
  }

  private PasswordHash hash(String password) {
    return new PasswordHash(beans.get(SlowHash.class).of(password));
  }

  private static Identifier email(Account account) {
    return new Identifier(IdentifierKind.EMAIL, List.of(address(account, AddressKind.EMAIL)));
  }

  private static Identifier phone(String... candidates) {
    return new Identifier(IdentifierKind.PHONE, List.of(candidates));
  }

  private static Identifier userName(Account account) {
    return new Identifier(IdentifierKind.USER_NAME, List.of(account.userName()));
  }

  private static Identifier nobody() {
    return new Identifier(IdentifierKind.EMAIL, List.of("nobody@example.com"));
  }
}
