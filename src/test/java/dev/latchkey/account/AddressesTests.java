package dev.latchkey.account;

import static dev.latchkey.directory.AccountChange.ADDRESS_REMOVED;
import static dev.latchkey.directory.AccountChange.SECOND_FACTOR_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Addresses.Removed;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.ChangeTakenBack;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.util.List;
import java.util.concurrent.Callable;

class AddressesTests {
  private StorageBeans beans;
  private Holder holder;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
  }

  @EachDatabase
  void C3_lastPhoneGoes_textMessageWasTheOnlySecondFactor_soItTurnsOff(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    Address phone = address(AddressKind.PHONE);

    assertThat(remove(phone)).isEqualTo(Removed.SECOND_FACTOR_OFF);

    assertThat(holder.account().secondFactor()).isFalse();
    assertThat(holder.account().addresses()).doesNotContain(phone);
    assertThat(holder.told()).containsExactly(ADDRESS_REMOVED, SECOND_FACTOR_OFF);
  }

  @EachDatabase
  void C3_R13_theNumberThatWent_isToldOfBoth(Databases database) {
    on(database);
    Account account = AccountFixture.withSecondFactor(beans);
    is(account);
    Address phone = address(AddressKind.PHONE);

    remove(phone);

    assertThat(beans.toldTo(account.id()))
        .extracting(AccountChanged::alsoTell)
        .containsExactly(List.of(phone), List.of(phone));
  }

  @EachDatabase
  void C3_withAnApp_theSecondFactorStaysOn(Databases database) {
    on(database);
    Account account = AccountFixture.withSecondFactor(beans);
    is(account);
    beans.get(AuthenticatorApp.class).enrol(account.id());

    assertThat(remove(address(AddressKind.PHONE))).isEqualTo(Removed.REMOVED);

    assertThat(holder.account().secondFactor()).isTrue();
  }

  @EachDatabase
  void C3_withADeviceThatApprovesSignIns_theSecondFactorStaysOn(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    beans.get(LoginDevices.class).turnOn(holder.session());

    assertThat(remove(address(AddressKind.PHONE))).isEqualTo(Removed.REMOVED);

    assertThat(holder.account().secondFactor()).isTrue();
  }

  @EachDatabase
  void C3_withAnotherPhone_theSecondFactorStaysOn(Databases database) {
    on(database);
    is(AccountFixture.withTwoPhones(beans));

    assertThat(remove(address(AddressKind.PHONE))).isEqualTo(Removed.REMOVED);
    assertThat(holder.account().secondFactor()).isTrue();

    assertThat(remove(address(AddressKind.PHONE))).isEqualTo(Removed.SECOND_FACTOR_OFF);
  }

  @EachDatabase
  void R12_theOldAddress_isToldThatItWent(Databases database) {
    on(database);
    is(AccountFixture.withPhoneAndEmail(beans));
    Address email = address(AddressKind.EMAIL);

    assertThat(remove(email)).isEqualTo(Removed.REMOVED);

    assertThat(holder.told()).containsExactly(ADDRESS_REMOVED);
    assertThat(holder.lastTold().alsoTell()).containsExactly(email);
  }

  @EachDatabase
  void R12_anAddressNeverConfirmed_isNotTold(Databases database) {
    on(database);
    is(AccountFixture.withUnverifiedEmail(beans));

    assertThat(remove(address(AddressKind.EMAIL))).isEqualTo(Removed.REMOVED);

    assertThat(holder.lastTold().alsoTell()).isEmpty();
  }

  @EachDatabase
  void R13_theLastConfirmedAddress_stays(Databases database) {
    on(database);
    is(AccountFixture.withEmailOnly(beans));

    assertThat(remove(address(AddressKind.EMAIL))).isEqualTo(Removed.LAST);

    assertThat(holder.account().addresses()).hasSize(1);
    assertThat(holder.told()).isEmpty();
  }

  @EachDatabase
  void T2_R13_bothAddressesRemovedAtOnce_oneStays(Databases database) throws Exception {
    on(database);
    is(AccountFixture.withPhoneAndEmail(beans));
    Session session = holder.session();
    List<Callable<Removed>> both =
        holder.account().addresses().stream()
            .<Callable<Removed>>map(address -> () -> remove(session, address.id()))
            .toList();

    assertThat(Race.run(both)).containsExactlyInAnyOrder(Removed.REMOVED, Removed.LAST);

    assertThat(holder.account().verified()).hasSize(1);
  }

  @EachDatabase
  void T11_anotherAccountsAddress_isUnknown(Databases database) {
    on(database);
    is(AccountFixture.withPhoneAndEmail(beans));
    Account other = AccountFixture.withPhoneAndEmail(beans);

    assertThat(remove(holder.session(), other.addresses().get(0).id())).isEqualTo(Removed.UNKNOWN);
    assertThat(holder.told()).isEmpty();
  }

  @EachDatabase
  void A13_aRemovalTakenBack_bringsTheAddressBack_once(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    is(account);
    Address email = address(AddressKind.EMAIL);
    remove(email);
    ChangeTakenBack taken = new ChangeTakenBack(holder.lastTold().changeId(), account.id());

    beans.transaction().executeWithoutResult(status -> beans.publish(taken));
    assertThat(address(AddressKind.EMAIL).value()).isEqualTo(email.value());
    assertThat(address(AddressKind.EMAIL).verified()).isTrue();

    remove(address(AddressKind.EMAIL));
    beans.transaction().executeWithoutResult(status -> beans.publish(taken));
    assertThat(holder.account().addresses()).hasSize(1);
  }

  @EachDatabase
  void A13_T11_aChangeOfAnotherAccount_bringsNothingBack(Databases database) {
    on(database);
    is(AccountFixture.withPhoneAndEmail(beans));
    remove(address(AddressKind.EMAIL));
    String changeId = holder.lastTold().changeId();
    Account other = AccountFixture.withEmailOnly(beans);

    beans
        .transaction()
        .executeWithoutResult(status -> beans.publish(new ChangeTakenBack(changeId, other.id())));

    assertThat(holder.account().addresses()).hasSize(1);
    assertThat(new Holder(beans, other).account().addresses()).hasSize(1);
  }

  private void is(Account account) {
    holder = new Holder(beans, account);
  }

  private Removed remove(Address address) {
    return remove(holder.session(), address.id());
  }

  private Removed remove(Session session, String addressId) {
    return beans.get(Addresses.class).remove(session, addressId);
  }

  private Address address(AddressKind kind) {
    return holder.account().addresses().stream()
        .filter(address -> address.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
