package dev.latchkey.recovery;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.proof.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@link CaseStore} on table {@code recovery_case}. */
@Repository
class JdbcCaseStore implements CaseStore {
  private static final String SEPARATOR = ",";
  private static final List<String> RECOVERING =
      Arrays.stream(CasePurpose.values())
          .filter(CasePurpose::recovers)
          .map(CasePurpose::key)
          .toList();

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcCaseStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void insert(NewCase c) {
    jdbc.sql(
            """
            insert into recovery_case (id, token_hash, objection_hash, purpose, identifier_kind,
              identifier, account_id, subject, client_hash, device, network, locale, status, step,
              step_number, confirms_contact, ways, offers, created_at, changed_at)
            values (:id, :tokenHash, :objectionHash, :purpose, :identifierKind, :identifier,
              :accountId, :subject, :clientHash, :device, :network, :locale, 'OPEN', 'preparing',
              0, false, '', '', :now, :now)
            """)
        .param("id", c.id())
        .param("tokenHash", c.tokenHash())
        .param("objectionHash", c.objectionHash())
        .param("purpose", c.purpose().key())
        .param("identifierKind", c.identifierKind().name())
        .param("identifier", c.identifier())
        .param("accountId", c.accountId())
        .param("subject", c.subject())
        .param("clientHash", c.clientHash())
        .param("device", c.device())
        .param("network", c.network())
        .param("locale", c.locale().toLanguageTag())
        .param("now", utc(c.createdAt()))
        .update();
  }

  @Override
  public Optional<RecoveryCase> byId(String caseId) {
    return one("id", caseId);
  }

  @Override
  public Optional<RecoveryCase> tryLock(String caseId) {
    return jdbc.sql("select * from recovery_case where id = :id for update skip locked")
        .param("id", caseId)
        .query(JdbcCaseStore::read)
        .optional();
  }

  @Override
  public Optional<RecoveryCase> byTokenHash(String tokenHash) {
    return one("token_hash", tokenHash);
  }

  @Override
  public Optional<RecoveryCase> byObjectionHash(String objectionHash) {
    return one("objection_hash", objectionHash);
  }

  @Override
  public void replaceToken(String caseId, String newTokenHash) {
    update("token_hash = :value", caseId, newTokenHash);
  }

  @Override
  public void writeLookup(
      String caseId,
      String accountId,
      String typedAddressId,
      String typedTargetHash,
      String subject) {
    jdbc.sql(
            """
            update recovery_case set account_id = :accountId, typed_address_id = :addressId,
              typed_target_hash = :targetHash, subject = :subject, identifier = null,
              changed_at = :now
            where id = :id
            """)
        .param("accountId", accountId)
        .param("addressId", typedAddressId)
        .param("targetHash", typedTargetHash)
        .param("subject", subject)
        .param("now", now())
        .param("id", caseId)
        .update();
  }

  @Override
  public void writeTypedCountry(String caseId, String country) {
    update("typed_country = :value", caseId, country);
  }

  @Override
  public Optional<String> typedCountry(String caseId) {
    return jdbc.sql(
            """
            select typed_country from recovery_case
            where id = :id and typed_country is not null
            """)
        .param("id", caseId)
        .query(String.class)
        .optional();
  }

  @Override
  public void writeWays(String caseId, List<Way> ways) {
    update(
        "ways = :value",
        caseId,
        ways.stream().map(Way::key).collect(Collectors.joining(SEPARATOR)));
  }

  @Override
  public void writeWay(String caseId, Way way, boolean confirmsContact) {
    jdbc.sql(
            """
            update recovery_case set way = :way, confirms_contact = :contact,
              approval_number = null, changed_at = :now
            where id = :id
            """)
        .param("way", way == null ? null : way.key())
        .param("contact", confirmsContact)
        .param("now", now())
        .param("id", caseId)
        .update();
  }

  @Override
  public void writeApprovalNumber(String caseId, String number) {
    update("approval_number = :value", caseId, number);
  }

  @Override
  public void writeNotice(String caseId, String notice) {
    update("notice = :value", caseId, notice);
  }

  @Override
  public void writeStep(String caseId, String step, Set<RecoveryMessage> offers, Instant due) {
    jdbc.sql(
            """
            update recovery_case set step = :step, step_number = step_number + 1,
              offers = :offers, due_at = :due, changed_at = :now
            where id = :id
            """)
        .param("step", step)
        .param(
            "offers",
            offers.stream()
                .map(RecoveryMessage::messageName)
                .collect(Collectors.joining(SEPARATOR)))
        .param("due", due == null ? null : utc(due))
        .param("now", now())
        .param("id", caseId)
        .update();
  }

  @Override
  public void writeHold(String caseId, Instant until) {
    update("hold_until = :value", caseId, utc(until));
  }

  @Override
  public void keepPendingPassword(String caseId, String hash) {
    update("pending_password_hash = :value", caseId, hash);
  }

  @Override
  public Optional<String> pendingPassword(String caseId) {
    return jdbc.sql(
            """
            select pending_password_hash from recovery_case
            where id = :id and pending_password_hash is not null
            """)
        .param("id", caseId)
        .query(String.class)
        .optional();
  }

  @Override
  public boolean close(String caseId, RecoveryStatus status) {
    return leave(caseId, RecoveryStatus.OPEN, status, null);
  }

  @Override
  public boolean markRestored(String caseId, Instant at) {
    return leave(caseId, RecoveryStatus.OPEN, RecoveryStatus.RESTORED, at);
  }

  @Override
  public void markChanged(String caseId, AccountChange change, Instant at) {
    noteChange(caseId, change);
    markRestored(caseId, at);
  }

  @Override
  public void noteChange(String caseId, AccountChange change) {
    update("change = :value", caseId, change.name());
  }

  @Override
  public boolean redeem(String caseId) {
    return leave(caseId, RecoveryStatus.PROVEN, RecoveryStatus.SIGNED_IN, null);
  }

  @Override
  public boolean cancelProven(String caseId) {
    return leave(caseId, RecoveryStatus.PROVEN, RecoveryStatus.CANCELLED, null);
  }

  @Override
  public boolean stopRestored(String caseId) {
    return leave(caseId, RecoveryStatus.RESTORED, RecoveryStatus.STOPPED, null);
  }

  @Override
  public List<String> otherUnfinishedCases(String accountId, String exceptCaseId) {
    return jdbc.sql(
            """
            select id from recovery_case
            where account_id = :accountId and status in ('OPEN', 'PROVEN') and id <> :id
            """)
        .param("accountId", accountId)
        .param("id", exceptCaseId)
        .query(String.class)
        .list();
  }

  @Override
  public Optional<Instant> lastObjection(String accountId) {
    return jdbc.sql(
            """
            select max(changed_at) as objected_at from recovery_case
            where account_id = :accountId and status = 'STOPPED'
            """)
        .param("accountId", accountId)
        .query((row, number) -> Optional.ofNullable(instant(row, "objected_at")))
        .single();
  }

  @Override
  public List<RecoveryCase> history(String accountId, String exceptCaseId) {
    return jdbc.sql(
            """
            select * from recovery_case
            where account_id = :accountId and id <> :id and purpose in (:recovering)
            order by created_at desc fetch first 20 rows only
            """)
        .param("accountId", accountId)
        .param("id", exceptCaseId)
        .param("recovering", RECOVERING)
        .query(JdbcCaseStore::read)
        .list();
  }

  @Override
  public int openedBy(String clientHash, Instant now, Duration within, int upTo) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from recovery_case
              where client_hash = :client and created_at > :since and purpose in (:recovering)
              fetch first :upTo rows only) opened
            """)
        .param("upTo", upTo)
        .param("client", clientHash)
        .param("recovering", RECOVERING)
        .param("since", utc(now.minus(within)))
        .query(Integer.class)
        .single();
  }

  @Override
  public int accountsAskedForBy(String clientHash, Instant since) {
    return jdbc.sql(
            """
            select count(distinct subject) from recovery_case
            where client_hash = :client and created_at > :since and purpose in (:recovering)
            """)
        .param("client", clientHash)
        .param("since", utc(since))
        .param("recovering", RECOVERING)
        .query(Integer.class)
        .single();
  }

  @Override
  public void writeLocale(String caseId, Locale locale) {
    update("locale = :value", caseId, locale.toLanguageTag());
  }

  private boolean leave(String caseId, RecoveryStatus from, RecoveryStatus to, Instant restoredAt) {
    return jdbc.sql(
                """
                update recovery_case set status = :to, offers = '', due_at = null,
                  pending_password_hash = null, step_number = step_number + 1,
                  restored_at = coalesce(:restoredAt, restored_at), changed_at = :now
                where id = :id and status = :from
                """)
            .param("to", to.name())
            .param(
                "restoredAt",
                restoredAt == null ? null : utc(restoredAt),
                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("now", now())
            .param("id", caseId)
            .param("from", from.name())
            .update()
        == 1;
  }

  private Optional<RecoveryCase> one(String column, String value) {
    return jdbc.sql("select * from recovery_case where " + column + " = :value")
        .param("value", value)
        .query(JdbcCaseStore::read)
        .optional();
  }

  private void update(String assignment, String caseId, Object value) {
    jdbc.sql("update recovery_case set " + assignment + ", changed_at = :now where id = :id")
        .param("value", value)
        .param("now", now())
        .param("id", caseId)
        .update();
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static RecoveryCase read(ResultSet row, int number) throws SQLException {
    return new RecoveryCase(
        row.getString("id"),
        CasePurpose.ofKey(row.getString("purpose")),
        IdentifierKind.valueOf(row.getString("identifier_kind")),
        row.getString("identifier"),
        row.getString("account_id"),
        row.getString("typed_address_id"),
        row.getString("typed_target_hash"),
        row.getString("subject"),
        row.getString("client_hash"),
        row.getString("device"),
        row.getString("network"),
        Locale.forLanguageTag(row.getString("locale")),
        RecoveryStatus.valueOf(row.getString("status")),
        row.getString("step"),
        row.getInt("step_number"),
        Way.ofKey(row.getString("way")).orElse(null),
        row.getBoolean("confirms_contact"),
        words(row.getString("ways")).map(Way::ofKey).flatMap(Optional::stream).toList(),
        offers(row.getString("offers")),
        instant(row, "due_at"),
        row.getString("notice"),
        instant(row, "hold_until"),
        instant(row, "created_at"),
        instant(row, "restored_at"),
        row.getString("approval_number"),
        change(row.getString("change")));
  }

  private static AccountChange change(String name) {
    return name == null ? null : AccountChange.valueOf(name);
  }

  private static java.util.stream.Stream<String> words(String list) {
    return Arrays.stream(list.split(SEPARATOR)).filter(word -> !word.isBlank());
  }

  private static Set<RecoveryMessage> offers(String list) {
    Set<RecoveryMessage> offers = EnumSet.noneOf(RecoveryMessage.class);
    words(list).map(RecoveryMessage::ofName).flatMap(Optional::stream).forEach(offers::add);
    return offers;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
