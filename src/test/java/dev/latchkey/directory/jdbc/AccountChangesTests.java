package dev.latchkey.directory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.StorageBeans;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;

/** What a directory promises of changes to an account. */
class AccountChangesTests {
  private StorageBeans beans;
  private AccountDirectory directory;
  private Account account;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    directory = beans.get(AccountDirectory.class);
    account = AccountFixture.withPhoneAndEmail(beans);
  }

  @EachDatabase
  void theSecondFactorIsTurnedOnAndOff(Databases database) {
    on(database);

    directory.setSecondFactor(account.id(), true);
    assertThat(now().secondFactor()).isTrue();
    directory.setSecondFactor(account.id(), false);
    assertThat(now().secondFactor()).isFalse();
  }

  @EachDatabase
  void thePersonIsLedToSetUpAFactor_untilToldOtherwise(Databases database) {
    on(database);
    assertThat(now().mustSetUpFactor()).isFalse();

    directory.leadToSetUp(account.id(), true);
    assertThat(now().mustSetUpFactor()).isTrue();
    directory.leadToSetUp(account.id(), false);
    assertThat(now().mustSetUpFactor()).isFalse();
  }

  @EachDatabase
  void messages_areWrittenInTheLanguageThatWasSet(Databases database) {
    on(database);

    directory.setLanguage(account.id(), Locale.forLanguageTag("mr"));
    assertThat(now().locale()).hasToString("mr");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.setLanguage("nobody", Locale.JAPANESE));
  }

  @EachDatabase
  void R12_anAddedAddress_isVerified_notified_last_andFound(Databases database) {
    on(database);
    String value = "new" + account.userName() + "@example.com";

    Address added = directory.addAddress(account.id(), AddressKind.EMAIL, value);

    assertThat(added.verified() && added.notified()).isTrue();
    assertThat(now().addresses()).hasSize(3).last().isEqualTo(added);
    assertThat(directory.find(new Identifier(IdentifierKind.EMAIL, List.of(value))))
        .map(Account::id)
        .contains(account.id());
  }

  @EachDatabase
  void R12_addingAnAddressThatIsThereUnverified_verifiesIt(Databases database) {
    on(database);
    account = AccountFixture.withUnverifiedEmail(beans);
    Address there = account.addresses().get(0);

    Address added = directory.addAddress(account.id(), there.kind(), there.value());

    assertThat(now().addresses()).containsExactly(added);
    assertThat(added.id()).isEqualTo(there.id());
    assertThat(added.verified()).isTrue();
  }

  @EachDatabase
  void T5_aRemovedAddress_findsNothing_andIsReturnedOnce(Databases database) {
    on(database);
    Address phone = account.addresses().get(0);

    assertThat(directory.removeAddress(account.id(), phone.id())).contains(phone);

    assertThat(directory.removeAddress(account.id(), phone.id())).isEmpty();
    assertThat(now().addresses()).doesNotContain(phone).hasSize(1);
    assertThat(directory.find(new Identifier(IdentifierKind.PHONE, List.of(phone.value()))))
        .isEmpty();
  }

  @EachDatabase
  void T11_anotherAccountsAddress_isNotRemoved(Databases database) {
    on(database);
    Account other = AccountFixture.withPhoneAndEmail(beans);
    String id = other.addresses().get(0).id();

    assertThat(directory.removeAddress(account.id(), id)).isEmpty();

    assertThat(directory.findById(other.id())).contains(other);
  }

  @EachDatabase
  void anUnknownAccountIsAnError_orEmpty(Databases database) {
    on(database);

    assertThat(directory.findToChange("nobody")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.setSecondFactor("nobody", true));
    assertThatIllegalArgumentException().isThrownBy(() -> directory.leadToSetUp("nobody", true));
    assertThatThrownBy(() -> directory.addAddress("nobody", AddressKind.EMAIL, "a@example.com"))
        .isInstanceOf(DataAccessException.class);
  }

  @EachDatabase
  void T2_aChangeThatDependsOnWhatItFinds_waitsForTheOneBefore(Databases database)
      throws Exception {
    on(database);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> second =
          beans.transaction().execute(status -> changeWhileAnotherWaits(other));

      assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      other.shutdownNow();
    }
  }

  private Future<Boolean> changeWhileAnotherWaits(ExecutorService other) {
    directory.findToChange(account.id());
    Future<Boolean> second = other.submit(this::foundOn);
    assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    directory.setSecondFactor(account.id(), true);
    return second;
  }

  private boolean foundOn() {
    return Boolean.TRUE.equals(
        beans
            .transaction()
            .execute(status -> directory.findToChange(account.id()).orElseThrow().secondFactor()));
  }

  private Account now() {
    return directory.findById(account.id()).orElseThrow();
  }
}
