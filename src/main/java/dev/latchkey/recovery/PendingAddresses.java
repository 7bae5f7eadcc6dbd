package dev.latchkey.recovery;

import dev.latchkey.directory.AddressKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Addresses that are to be added to an account, on table {@code pending_address}. A row says itself
 * whether the code was entered, whatever path the diagram takes. Everything joins the caller's
 * transaction.
 */
@Repository
public class PendingAddresses {
  private final JdbcClient jdbc;
  private final Clock clock;

  PendingAddresses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An address that is to be added.
   *
   * @param value null once it was added
   * @param confirmedAt when the code sent to it was entered (UTC), or null
   * @param addressId of the account's address, once it was added; else null
   */
  public record Pending(
      String caseId, AddressKind kind, String value, Instant confirmedAt, String addressId) {}

  void insert(String caseId, AddressKind kind, String value) {
    jdbc.sql(
            """
            insert into pending_address (case_id, kind, address) values (:caseId, :kind, :address)
            """)
        .param("caseId", caseId)
        .param("kind", kind.name())
        .param("address", value)
        .update();
  }

  /** The address of this case, or empty. */
  public Optional<Pending> of(String caseId) {
    return one("case_id", caseId);
  }

  /** The address that was added by this change, or empty. */
  Optional<Pending> addedBy(String changeId) {
    return one("change_id", changeId);
  }

  /** Notes that the code sent to the address was entered. */
  public void confirm(String caseId) {
    jdbc.sql("update pending_address set confirmed_at = :now where case_id = :caseId")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("caseId", caseId)
        .update();
  }

  /** Notes that the address stands with the account now, and forgets it here. */
  void added(String caseId, String addressId, String changeId) {
    jdbc.sql(
            """
            update pending_address
            set address = null, address_id = :addressId, change_id = :changeId
            where case_id = :caseId
            """)
        .param("addressId", addressId)
        .param("changeId", changeId)
        .param("caseId", caseId)
        .update();
  }

  private Optional<Pending> one(String column, String value) {
    return jdbc.sql("select * from pending_address where " + column + " = :value")
        .param("value", value)
        .query(PendingAddresses::read)
        .optional();
  }

  private static Pending read(ResultSet row, int number) throws SQLException {
    OffsetDateTime confirmedAt = row.getObject("confirmed_at", OffsetDateTime.class);
    return new Pending(
        row.getString("case_id"),
        AddressKind.valueOf(row.getString("kind")),
        row.getString("address"),
        confirmedAt == null ? null : confirmedAt.toInstant(),
        row.getString("address_id"));
  }
}
