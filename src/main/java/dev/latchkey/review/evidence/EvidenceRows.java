package dev.latchkey.review.evidence;

import dev.latchkey.retention.Walk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code evidence} and {@code evidence_page}. Writes join the caller's transaction. */
@Repository
class EvidenceRows {
  /** Each has up to ten megabytes of pictures. */
  private static final int FILES_AT_ONCE = 50;

  private final JdbcClient jdbc;

  EvidenceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether files can be added to the case or taken back: somebody still asks, nobody decided. */
  boolean open(String caseId) {
    return jdbc.sql(
                """
                select count(*) from recovery_case c left join review r on r.case_id = c.id
                where c.id = :caseId and c.status = 'OPEN'
                  and (c.step = 'describe-situation' or (r.id is not null and r.decided_at is null))
                """)
            .param("caseId", caseId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Places taken by files that are kept, or looked at since then. */
  List<Integer> slots(String caseId, Instant since) {
    jdbc.sql(
            """
            update evidence set slot = null, state = 'REFUSED'
            where case_id = :caseId and state = 'CHECKING' and added_at < :since
            """)
        .param("caseId", caseId)
        .param("since", utc(since))
        .update();
    return jdbc.sql("select slot from evidence where case_id = :caseId and slot is not null")
        .param("caseId", caseId)
        .query(Integer.class)
        .list();
  }

  /** Tries of this case, whatever became of them. */
  int triesOfCase(String caseId) {
    return jdbc.sql("select count(*) from evidence where case_id = :caseId")
        .param("caseId", caseId)
        .query(Integer.class)
        .single();
  }

  /** Tries from this client since then. */
  int triesOfClient(String clientHash, Instant since) {
    return jdbc.sql(
            "select count(*) from evidence where client_hash = :client and added_at > :since")
        .param("client", clientHash)
        .param("since", utc(since))
        .query(Integer.class)
        .single();
  }

  /** Bytes of all pictures kept. */
  long total() {
    return jdbc.sql("select coalesce(sum(bytes), 0) from evidence").query(Long.class).single();
  }

  /**
   * Notes that a file is being looked at.
   *
   * @throws org.springframework.dao.DuplicateKeyException if another took the place meanwhile
   */
  void insert(
      String id, String caseId, String client, int slot, String name, FileKind kind, Instant now) {
    jdbc.sql(
            """
            insert into evidence (id, case_id, client_hash, slot, state, name, kind, added_at)
            values (:id, :caseId, :client, :slot, 'CHECKING', :name, :kind, :now)
            """)
        .param("id", id)
        .param("caseId", caseId)
        .param("client", client)
        .param("slot", slot)
        .param("name", name)
        .param("kind", kind.name())
        .param("now", utc(now))
        .update();
  }

  /** Keeps one picture; {@code content} is encrypted. */
  void insertPage(String id, int page, String mediaType, byte[] content) {
    jdbc.sql(
            """
            insert into evidence_page (evidence_id, page, media_type, content)
            values (:id, :page, :mediaType, :content)
            """)
        .param("id", id)
        .param("page", page)
        .param("mediaType", mediaType)
        .param("content", content)
        .update();
  }

  /** The file was looked at and is kept; false if it was given up meanwhile. */
  boolean keep(String id, int pages, long bytes) {
    return jdbc.sql(
                """
                update evidence set state = 'KEPT', pages = :pages, bytes = :bytes
                where id = :id and state = 'CHECKING'
                """)
            .param("pages", pages)
            .param("bytes", bytes)
            .param("id", id)
            .update()
        == 1;
  }

  /** The file was looked at and is not kept. */
  void refuse(String id) {
    jdbc.sql("update evidence set state = 'REFUSED', slot = null where id = :id")
        .param("id", id)
        .update();
  }

  /** Takes a file of this case back, with its pictures; false if it has no such file. */
  boolean remove(String caseId, String id) {
    int removed =
        jdbc.sql(
                """
                update evidence set state = 'REMOVED', slot = null, bytes = 0
                where id = :id and case_id = :caseId and state = 'KEPT'
                """)
            .param("id", id)
            .param("caseId", caseId)
            .update();
    if (removed == 1) {
      jdbc.sql("delete from evidence_page where evidence_id = :id").param("id", id).update();
    }
    return removed == 1;
  }

  /** Files of the case that are kept, in the order in which they came. */
  List<Evidence> kept(String caseId) {
    return jdbc.sql(
            """
            select * from evidence where case_id = :caseId and state = 'KEPT' order by added_at, slot
            """)
        .param("caseId", caseId)
        .query(EvidenceRows::read)
        .list();
  }

  /** One encrypted picture, or empty. */
  Optional<Picture> page(String id, int page) {
    return jdbc.sql(
            "select media_type, content from evidence_page where evidence_id = :id and page ="
                + " :page")
        .param("id", id)
        .param("page", page)
        .query((row, number) -> new Picture(row.getString("media_type"), row.getBytes("content")))
        .optional();
  }

  /**
   * Forgets all files of a case that was given up or ran out. That there were some stays for a day,
   * or giving up would give back what a client may send.
   */
  void forgetIfGivenUp(String caseId) {
    jdbc.sql(
            """
            delete from evidence_page where evidence_id in (
              select e.id from evidence e join recovery_case c on c.id = e.case_id
              where c.id = :caseId and c.status in ('CANCELLED', 'EXPIRED'))
            """)
        .param("caseId", caseId)
        .update();
    jdbc.sql(
            """
            update evidence set state = 'REMOVED', slot = null, name = '', pages = 0, bytes = 0
            where case_id in (
              select id from recovery_case
              where id = :caseId and status in ('CANCELLED', 'EXPIRED'))
            """)
        .param("caseId", caseId)
        .update();
  }

  /**
   * Forgets files of cases given up, and of those decided or ended before, step by step.
   *
   * @param counted files added since then are counted still
   */
  Walk forgetting(Instant before, Instant counted) {
    return Walk.byTime(jdbc, "evidence", "id", "added_at", counted)
        .where(
            """
            exists (
              select 1 from recovery_case c left join review r on r.case_id = c.id
              where c.id = evidence.case_id
                and (c.status in ('CANCELLED', 'EXPIRED') or r.decided_at < :decided
                  or (c.status <> 'OPEN' and c.changed_at < :decided)))
            """)
        .with("decided", before)
        .steps(FILES_AT_ONCE);
  }

  private static Evidence read(ResultSet row, int number) throws SQLException {
    return new Evidence(
        row.getString("id"),
        row.getString("name"),
        FileKind.valueOf(row.getString("kind")),
        row.getInt("pages"),
        row.getLong("bytes"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
