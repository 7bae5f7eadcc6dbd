package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.StorageBeans;
import java.time.Instant;

class AddressesToCheckTests {

  @EachDatabase
  void B1_notedOnce_untilTheHolderSaysThatItIsRight(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    AddressesToCheck toCheck = beans.get(AddressesToCheck.class);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    Address phone = account.addresses().get(0);

    toCheck.note(account.id(), phone.id());
    toCheck.note(account.id(), phone.id());
    assertThat(toCheck.of(account)).containsExactly(phone);

    toCheck.isRight(sessionOf(account), phone.id());
    assertThat(toCheck.of(account)).isEmpty();
  }

  @EachDatabase
  void T11_anotherAccount_neitherNotesNorSettles(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    AddressesToCheck toCheck = beans.get(AddressesToCheck.class);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    Account other = AccountFixture.withPhoneAndEmail(beans);
    Address phone = account.addresses().get(0);

    toCheck.note(other.id(), phone.id());
    assertThat(toCheck.of(account)).isEmpty();
    toCheck.note(account.id(), phone.id());
    toCheck.isRight(sessionOf(other), phone.id());

    assertThat(toCheck.of(account)).containsExactly(phone);
  }

  @EachDatabase
  void addressThatWent_isNotAskedAbout(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    AddressesToCheck toCheck = beans.get(AddressesToCheck.class);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    Address phone = account.addresses().get(0);
    toCheck.note(account.id(), phone.id());

    beans.get(AccountDirectory.class).removeAddress(account.id(), phone.id());

    assertThat(toCheck.of(account)).isEmpty();
  }

  private static Session sessionOf(Account account) {
    Instant any = Instant.EPOCH;
    return new Session("session", account.id(), null, SessionKind.BROWSER, any, any, any);
  }
}
