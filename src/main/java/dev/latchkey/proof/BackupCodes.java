package dev.latchkey.proof;

import dev.latchkey.secret.SlowHash;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes that the account holder keeps for the day when nothing else works. Meant to be used in the
 * order of generation: using one, or entering one that no longer counts, makes all earlier ones
 * inactive. Stored as Argon2id hashes; used codes are kept, so that entering one again can be told
 * from guessing.
 */
@Component
public class BackupCodes {
  /** How many may be active at a time. */
  public static final int MOST_ACTIVE = 5;

  private final JdbcClient jdbc;
  private final SlowHash hash;
  private final Attempts attempts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  BackupCodes(
      JdbcClient jdbc,
      SlowHash hash,
      Attempts attempts,
      PlatformTransactionManager manager,
      Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.attempts = attempts;
    this.transaction = new TransactionTemplate(manager);
    this.clock = clock;
  }

  private record Row(String id, String codeHash, boolean active) {}

  /**
   * Makes further codes, as many as fit: never more than {@link #MOST_ACTIVE} are active, and no
   * active code is given up for a new one, since its paper may be all that the person has. Joins
   * the transaction; the later of two parallel calls for one account fails.
   *
   * @param count codes wanted, 1 to 5
   * @return the codes in clear, to be shown once, in the order of use; may be fewer, or none
   * @throws IllegalArgumentException for any other count
   */
  public List<String> generate(String accountId, int count) {
    if (count < 1 || count > MOST_ACTIVE) {
      throw new IllegalArgumentException("1 to " + MOST_ACTIVE + " backup codes, not " + count);
    }
    return transaction.execute(
        status -> {
          int first = lastOrdinal(accountId) + 1;
          int fitting = Math.min(count, MOST_ACTIVE - active(accountId));
          List<BackupCode> codes =
              IntStream.range(first, first + fitting).mapToObj(BackupCode::random).toList();
          codes.forEach(code -> insert(accountId, code));
          attempts.setUpAgain(accountId, Way.BACKUP_CODE);
          return codes.stream().map(BackupCode::written).toList();
        });
  }

  /**
   * Checks what a person submitted and uses it up if it is right. One Argon2 computation whatever
   * was typed, for decoys too. Joins the transaction. Whatever is not accepted on the last try is
   * {@link CheckOutcome#EXHAUSTED}.
   *
   * @param accountId null for a decoy: the outcome is never {@link CheckOutcome#ACCEPTED}
   */
  public CheckOutcome check(String accountId, Submission submission) {
    Attempt attempt = submission.attempt();
    if (!attempt.granted()) {
      return CheckOutcome.EXHAUSTED;
    }
    CheckOutcome outcome =
        transaction.execute(status -> look(accountId, attempt, submission.code()));
    return attempt.last() && outcome != CheckOutcome.ACCEPTED ? CheckOutcome.EXHAUSTED : outcome;
  }

  /** Makes all codes of the account inactive. Joins the transaction; idempotent. */
  public void removeAll(String accountId) {
    supersedeBefore(accountId, lastOrdinal(accountId) + 1);
  }

  /** Whether this could be a backup code of any account, right or not. Looks at no account. */
  public static boolean shapedLikeOne(String typed) {
    return BackupCode.parse(typed).isPresent();
  }

  /**
   * Ends the active codes made at this time (UTC) or later, which somebody else may have. Joins the
   * caller's transaction.
   */
  public void revokeSince(String accountId, Instant time) {
    jdbc.sql(
            """
            update backup_code set state = 'SUPERSEDED'
            where account_id = :accountId and created_at >= :time and state = 'ACTIVE'
            """)
        .param("accountId", accountId)
        .param("time", Timestamp.from(time))
        .update();
  }

  /** Whether this is how a backup code is written, whoever's and whether or not it counts. */
  public static boolean written(String text) {
    return BackupCode.parse(text).filter(code -> code.written().equals(text)).isPresent();
  }

  /** How many codes can be used now. */
  public int active(String accountId) {
    return jdbc.sql(
            """
            select count(*) from backup_code where account_id = :accountId and state = 'ACTIVE'
            """)
        .param("accountId", accountId)
        .query(Integer.class)
        .single();
  }

  private CheckOutcome look(String accountId, Attempt attempt, String typed) {
    BackupCode code = BackupCode.parse(typed).orElse(new BackupCode(0, ""));
    Optional<Row> row = find(accountId, code.ordinal());
    boolean right = hash.matches(code.secret(), row.map(Row::codeHash).orElse(null));
    if (!right || attempt.way() != Way.BACKUP_CODE || !Attempts.at(accountId, attempt.subject())) {
      return CheckOutcome.WRONG;
    }
    lockAll(accountId);
    boolean won = row.get().active() && use(row.get().id());
    supersedeBefore(accountId, code.ordinal());
    return won ? CheckOutcome.ACCEPTED : CheckOutcome.INACTIVE;
  }

  private Optional<Row> find(String accountId, int ordinal) {
    return jdbc.sql(
            """
            select id, code_hash, state from backup_code
            where account_id = :accountId and ordinal = :ordinal
            """)
        .param("accountId", accountId == null ? "" : accountId)
        .param("ordinal", ordinal)
        .query(
            (row, number) ->
                new Row(
                    row.getString("id"),
                    row.getString("code_hash"),
                    row.getString("state").equals("ACTIVE")))
        .optional();
  }

  /**
   * In one order, so that two codes entered at once wait for each other instead of dead-locking.
   */
  private void lockAll(String accountId) {
    jdbc.sql(
            """
            select id from backup_code where account_id = :accountId order by ordinal for update
            """)
        .param("accountId", accountId)
        .query(String.class)
        .list();
  }

  private boolean use(String id) {
    return jdbc.sql(
                """
                update backup_code set state = 'USED', used_at = :now
                where id = :id and state = 'ACTIVE'
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  private void supersedeBefore(String accountId, int ordinal) {
    jdbc.sql(
            """
            update backup_code set state = 'SUPERSEDED'
            where account_id = :accountId and ordinal < :ordinal and state = 'ACTIVE'
            """)
        .param("accountId", accountId)
        .param("ordinal", ordinal)
        .update();
  }

  private int lastOrdinal(String accountId) {
    return jdbc.sql(
            """
            select coalesce(max(ordinal), 0) from backup_code where account_id = :accountId
            """)
        .param("accountId", accountId)
        .query(Integer.class)
        .single();
  }

  private void insert(String accountId, BackupCode code) {
    jdbc.sql(
            """
            insert into backup_code (id, account_id, ordinal, code_hash, state, created_at)
            values (:id, :accountId, :ordinal, :codeHash, 'ACTIVE', :now)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("accountId", accountId)
        .param("ordinal", code.ordinal())
        .param("codeHash", hash.of(code.secret()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
