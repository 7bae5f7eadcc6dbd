package dev.latchkey.proof;

import dev.latchkey.proof.LoginRequest.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of login requests. Everything joins the caller's transaction. */
@Component
class LoginRequestRows {
  private final JdbcClient jdbc;
  private final Clock clock;

  LoginRequestRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param accountId null for a decoy
   * @param listed whether the account holder gets to see it
   */
  void insert(LoginRequest request, String accountId, boolean listed, boolean byGuest) {
    jdbc.sql(
            """
            insert into login_request (id, case_id, ordinal, account_id, number, device, network,
              listed, by_guest, state, tries, opened_at, expires_at)
            values (:id, :caseId, :ordinal, :accountId, :number, :device, :network,
              :listed, :byGuest, 'OPEN', 0, :openedAt, :expiresAt)
            """)
        .param("id", request.id())
        .param("caseId", request.caseId())
        .param("ordinal", countOf(request.caseId()) + 1)
        .param("accountId", accountId)
        .param("number", request.number())
        .param("device", request.device())
        .param("network", request.network())
        .param("listed", listed)
        .param("byGuest", byGuest)
        .param("openedAt", Timestamp.from(request.openedAt()))
        .param("expiresAt", Timestamp.from(request.expiresAt()))
        .update();
  }

  Optional<LoginRequest> newestOf(String caseId) {
    return jdbc.sql(
            """
            select * from login_request where case_id = :caseId
            order by ordinal desc fetch first row only
            """)
        .param("caseId", caseId)
        .query((row, number) -> request(row, row.getString("number")))
        .optional();
  }

  Optional<LoginRequest> byId(String id) {
    return jdbc.sql("select * from login_request where id = :id")
        .param("id", id)
        .query((row, number) -> request(row, row.getString("number")))
        .optional();
  }

  /** What the account holder can answer now, newest first, without the numbers. */
  List<LoginRequest> answerable(String accountId) {
    return jdbc.sql(
            """
            select * from login_request
            where account_id = :accountId and listed and state = 'OPEN' and expires_at > :now
            order by opened_at desc, id
            """)
        .param("accountId", accountId)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) -> request(row, null))
        .list();
  }

  /**
   * Whether the holder denied a request lately.
   *
   * @param byGuest whether denied requests of guests count as well
   */
  boolean deniedWithin(String accountId, Duration time, boolean byGuest) {
    return jdbc.sql(
                """
                select count(*) from login_request
                where account_id = :accountId and state = 'DENIED' and answered_at > :since
                  and (:byGuest or not by_guest)
                """)
            .param("accountId", accountId)
            .param("byGuest", byGuest)
            .param("since", Timestamp.from(clock.instant().minus(time)))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Ends the oldest request that a guest caused, if there is one. */
  void closeOldestOfGuests(String accountId) {
    jdbc.sql(
            """
            update login_request set state = 'CLOSED', answered_at = :now
            where id = (
              select id from login_request
              where account_id = :accountId and listed and by_guest and state = 'OPEN'
                and expires_at > :now
              order by opened_at, id fetch first row only)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("accountId", accountId)
        .update();
  }

  void closeAll(String caseId) {
    jdbc.sql(
            """
            update login_request set state = 'CLOSED', answered_at = :now
            where case_id = :caseId and state = 'OPEN'
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("caseId", caseId)
        .update();
  }

  /**
   * Takes one try at the number, and holds the row, so that tries at the same moment come one after
   * the other. False if the request cannot be answered by this account.
   */
  boolean takeTry(String id, String accountId) {
    return jdbc.sql(
                """
                update login_request set tries = tries + 1
                where id = :id and account_id = :accountId and listed and state = 'OPEN'
                  and expires_at > :now
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .param("accountId", accountId)
            .update()
        == 1;
  }

  int triesOf(String id) {
    return jdbc.sql("select tries from login_request where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** Ends an open request; false if it cannot be answered by this account (any more). */
  boolean end(String id, String accountId, State state) {
    return jdbc.sql(
                """
                update login_request set state = :state, answered_at = :now
                where id = :id and account_id = :accountId and listed and state = 'OPEN'
                  and expires_at > :now
                """)
            .param("state", state.name())
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .param("accountId", accountId)
            .update()
        == 1;
  }

  private int countOf(String caseId) {
    return jdbc.sql("select count(*) from login_request where case_id = :caseId")
        .param("caseId", caseId)
        .query(Integer.class)
        .single();
  }

  private static LoginRequest request(ResultSet row, String number) throws SQLException {
    return new LoginRequest(
        row.getString("id"),
        row.getString("case_id"),
        number,
        row.getString("device"),
        row.getString("network"),
        State.valueOf(row.getString("state")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
