package dev.latchkey.proof;

import dev.latchkey.retention.Retained;
import dev.latchkey.retention.Walk;
import dev.latchkey.secret.NetworkHint;
import dev.latchkey.secret.ServerKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From which networks and kinds of devices an account was signed in, as keyed hashes that are of no
 * use without the server key and differ between accounts. A recovery from elsewhere is a sign of
 * risk, no more.
 */
@Component
public class KnownClients implements Retained {
  private static final Duration KEPT = Duration.ofDays(400);

  private final JdbcClient jdbc;
  private final ServerKey key;
  private final Clock clock;

  KnownClients(JdbcClient jdbc, ServerKey key, Clock clock) {
    this.jdbc = jdbc;
    this.key = key;
    this.clock = clock;
  }

  /** What a recovery is compared by. */
  public enum Kind {
    NETWORK,
    DEVICE
  }

  /** How a client compares with those known before. */
  public enum Familiarity {
    KNOWN,
    NEW,
    /** Nothing is known to compare with, or the client does not tell. */
    UNKNOWN
  }

  /**
   * Somebody signed in fully. Not for use inside a transaction: of two at once, one finds the
   * other's row.
   *
   * @param device as the client describes itself, or null
   * @param address network address of the client; empty if there is none
   */
  public void signedIn(String accountId, String device, String address) {
    see(accountId, Kind.NETWORK, NetworkHint.of(address));
    see(accountId, Kind.DEVICE, family(device));
  }

  /** Whether the account was signed in from this network before then. */
  public Familiarity network(String accountId, String hint, Instant before) {
    return familiarity(accountId, Kind.NETWORK, hint, before);
  }

  /** Whether the account was signed in on this kind of device before then. */
  public Familiarity device(String accountId, String described, Instant before) {
    return familiarity(accountId, Kind.DEVICE, family(described), before);
  }

  /** When somebody last signed in fully (UTC), or empty if that is not known. */
  public Optional<Instant> lastSignIn(String accountId) {
    return jdbc.sql("select max(last_seen) as seen from known_client where account_id = :accountId")
        .param("accountId", accountId)
        .query(
            (row, number) ->
                Optional.ofNullable(row.getObject("seen", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant))
        .single();
  }

  /** Forgets what was not seen for more than a year (R24). */
  @Override
  public List<Removal> removals(Instant now) {
    Walk unseen =
        Walk.byKey(jdbc, "known_client", "account_id", "last_seen < :before", now.minus(KEPT));
    return List.of(new Removal("known clients", unseen));
  }

  private Familiarity familiarity(String accountId, Kind kind, String value, Instant before) {
    if (value == null || count(accountId, kind, null, before) == 0) {
      return Familiarity.UNKNOWN;
    }
    return count(accountId, kind, hash(accountId, kind, value), before) > 0
        ? Familiarity.KNOWN
        : Familiarity.NEW;
  }

  /** How many there are; of any value for a null hash. */
  private int count(String accountId, Kind kind, String hash, Instant before) {
    return jdbc.sql(
            """
            select count(*) from known_client
            where account_id = :accountId and kind = :kind and first_seen < :before
              and client_hash = coalesce(:hash, client_hash)
            """)
        .param("accountId", accountId)
        .param("kind", kind.name())
        .param("before", Timestamp.from(before))
        .param("hash", hash, java.sql.Types.VARCHAR)
        .query(Integer.class)
        .single();
  }

  private void see(String accountId, Kind kind, String value) {
    if (value == null) {
      return;
    }
    String hash = hash(accountId, kind, value);
    if (!seenAgain(accountId, kind, hash)) {
      insert(accountId, kind, hash);
    }
  }

  private boolean seenAgain(String accountId, Kind kind, String hash) {
    return jdbc.sql(
                """
                update known_client set last_seen = :now
                where account_id = :accountId and kind = :kind and client_hash = :hash
                """)
            .param("now", now())
            .param("accountId", accountId)
            .param("kind", kind.name())
            .param("hash", hash)
            .update()
        == 1;
  }

  private void insert(String accountId, Kind kind, String hash) {
    try {
      jdbc.sql(
              """
              insert into known_client (account_id, kind, client_hash, first_seen, last_seen)
              values (:accountId, :kind, :hash, :now, :now)
              """)
          .param("accountId", accountId)
          .param("kind", kind.name())
          .param("hash", hash)
          .param("now", now())
          .update();
    } catch (DuplicateKeyException seenAtTheSameMoment) {
      return;
    }
  }

  private String hash(String accountId, Kind kind, String value) {
    return key.hash("known-client", accountId, kind.name(), value);
  }

  private static String family(String device) {
    return DeviceFamily.of(device)
        .map(known -> known.browser() + "/" + known.system())
        .orElse(null);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
