package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.KnownClients.Familiarity;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Removals;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** From where an account was signed in. */
class KnownClientsTests {
  private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0";
  private static final String NEWER_FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/141.0";
  private static final String PHONE = "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile";

  @EachDatabase
  void aNetworkIsKnownByItsFirstGroups(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    KnownClients clients = beans.get(KnownClients.class);
    String account = AccountFixture.withPhoneAndEmail(beans).id();
    clients.signedIn(account, FIREFOX, "203.0.113.7");
    clients.signedIn(account, FIREFOX, "2001:db8:7:1::9");

    assertThat(clients.network(account, "203.0.113.…", after(beans))).isEqualTo(Familiarity.KNOWN);
    assertThat(clients.network(account, "2001:db8:7:…", after(beans))).isEqualTo(Familiarity.KNOWN);
    assertThat(clients.network(account, "198.51.100.…", after(beans))).isEqualTo(Familiarity.NEW);
  }

  @EachDatabase
  void aNewVersionOfABrowserIsNoNewDevice(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    KnownClients clients = beans.get(KnownClients.class);
    String account = AccountFixture.withPhoneAndEmail(beans).id();
    clients.signedIn(account, FIREFOX, "");
    clients.signedIn(account, FIREFOX, "");

    assertThat(clients.device(account, NEWER_FIREFOX, after(beans))).isEqualTo(Familiarity.KNOWN);
    assertThat(clients.device(account, PHONE, after(beans))).isEqualTo(Familiarity.NEW);
    assertThat(clients.device(account, null, after(beans))).isEqualTo(Familiarity.UNKNOWN);
    assertThat(clients.network(account, "203.0.113.…", after(beans)))
        .isEqualTo(Familiarity.UNKNOWN);
  }

  @EachDatabase
  void whoSignsInAfterTheRecoveryBegan_makesNothingKnown(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    KnownClients clients = beans.get(KnownClients.class);
    String account = AccountFixture.withPhoneAndEmail(beans).id();
    Instant begun = beans.clock().instant();
    clients.signedIn(account, FIREFOX, "203.0.113.7");

    assertThat(clients.network(account, "203.0.113.…", begun)).isEqualTo(Familiarity.UNKNOWN);
  }

  @EachDatabase
  void R24_nothingIsStoredInClear_andOldTracesGo(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    KnownClients clients = beans.get(KnownClients.class);
    String account = AccountFixture.withPhoneAndEmail(beans).id();
    clients.signedIn(account, FIREFOX, "203.0.113.7");
    assertThat(hashes(beans, account)).hasSize(2).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(clients.lastSignIn(account)).isPresent();

    beans
        .jdbc()
        .sql("update known_client set last_seen = ? where account_id = ?")
        .params(java.sql.Timestamp.from(after(beans).minus(Duration.ofDays(401))), account)
        .update();
    Removals.of(clients, beans.clock().instant(), beans.transaction());
    assertThat(hashes(beans, account)).isEmpty();
  }

  private static Instant after(StorageBeans beans) {
    return beans.clock().instant().plusSeconds(1);
  }

  private static List<String> hashes(StorageBeans beans, String account) {
    return beans
        .jdbc()
        .sql("select client_hash from known_client where account_id = ?")
        .param(account)
        .query(String.class)
        .list();
  }
}
