package dev.latchkey.account;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.CredentialsReset;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to an account lately, for its holder to look through. Everything joins the caller's
 * transaction.
 */
@Component
public class Activity {
  static final String SIGNED_IN = "signed-in";
  static final String CREDENTIALS_RESET = "credentials-reset";
  private static final int SHOWN = 50;
  private static final int LONGEST_DEVICE = 300;

  private final JdbcClient jdbc;
  private final Clock clock;

  Activity(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Something that happened.
   *
   * @param what part of a text key: that of a change, signed-in or credentials-reset
   * @param device as the client described itself, or null where none is known
   * @param at UTC
   */
  public record Entry(String what, String device, Instant at) {}

  /** The newest fifty entries, newest first. */
  public List<Entry> latest(String accountId) {
    return jdbc.sql(
            """
            select what, device, at from account_activity
            where account_id = :accountId order by at desc, id limit :shown
            """)
        .param("accountId", accountId)
        .param("shown", SHOWN)
        .query(
            (row, number) ->
                new Entry(
                    row.getString("what"),
                    row.getString("device"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** A session was started. */
  void signedIn(String accountId, String device) {
    note(accountId, null, SIGNED_IN, device);
  }

  /** On which device a change was made that was published before. */
  void madeOn(String device, String changeId) {
    jdbc.sql("update account_activity set device = :device where change_id = :changeId")
        .param("device", shortened(device))
        .param("changeId", changeId)
        .update();
  }

  /**
   * The change of this id and those made together with it; empty if it was never published for this
   * account. Last what depends on the others.
   */
  List<Change> madeTogether(String changeId, String accountId) {
    return jdbc
        .sql(
            """
            select change_id, what, at from account_activity
            where account_id = :accountId and made_with in (
              select made_with from account_activity
              where change_id = :changeId and account_id = :accountId)
            """)
        .param("changeId", changeId)
        .param("accountId", accountId)
        .query(
            (row, number) ->
                new Change(
                    row.getString("change_id"),
                    ofKey(row.getString("what")),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .sorted(Comparator.comparing(change -> change.what() == AccountChange.SECOND_FACTOR_OFF))
        .toList();
  }

  /** A change and its time (UTC). */
  record Change(String id, AccountChange what, Instant at) {}

  @EventListener
  void on(AccountChanged changed) {
    note(changed.accountId(), changed.changeId(), changed.change().key(), null);
  }

  @EventListener
  void on(CredentialsReset reset) {
    note(reset.accountId(), null, CREDENTIALS_RESET, null);
  }

  private void note(String accountId, String changeId, String what, String device) {
    jdbc.sql(
            """
            insert into account_activity (id, account_id, change_id, made_with, what, device, at)
            values (:id, :accountId, :changeId, :madeWith, :what, :device, :at)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("accountId", accountId)
        .param("changeId", changeId)
        .param("madeWith", changeId == null ? null : MadeTogether.first(changeId))
        .param("what", what)
        .param("device", shortened(device))
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  private static AccountChange ofKey(String key) {
    return Arrays.stream(AccountChange.values())
        .filter(change -> change.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static String shortened(String device) {
    return device == null || device.length() <= LONGEST_DEVICE
        ? device
        : device.substring(0, LONGEST_DEVICE);
  }
}
