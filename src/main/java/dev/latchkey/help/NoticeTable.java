package dev.latchkey.help;

import dev.latchkey.messaging.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code service_notice}. Each method joins the caller's transaction. */
@Component
class NoticeTable {
  private static final String SEPARATOR = ",";
  private static final List<String> LANGUAGES = List.of(NewNotice.ENGLISH, "ja", "mr");

  private final JdbcClient jdbc;

  NoticeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores a notice without flaws; returns its id. */
  String insert(NewNotice typed, String by, Instant now) {
    String id = UUID.randomUUID().toString();
    JdbcClient.StatementSpec insert =
        jdbc.sql(
                """
                insert into service_notice (id, kind, channels, countries, text_en, text_ja,
                  text_mr, starts_at, ends_at, opened_by, opened_at)
                values (:id, :kind, :channels, :countries, :en, :ja, :mr, :starts, :ends, :by,
                  :now)
                """)
            .param("id", id)
            .param("kind", typed.kind())
            .param("channels", String.join(SEPARATOR, typed.channels()))
            .param("countries", String.join(SEPARATOR, typed.countryCodes()))
            .param("starts", utc(typed.startsAt().orElse(now)))
            .param("ends", typed.endsAt().map(NoticeTable::utc).orElse(null))
            .param("by", by)
            .param("now", utc(now));
    for (String language : LANGUAGES) {
      String text = typed.texts().getOrDefault(language, "").strip();
      insert = insert.param(language, text.isEmpty() ? null : text);
    }
    insert.update();
    return id;
  }

  /** False if there is none of this id that is open. */
  boolean close(String id, String by, Instant now) {
    return jdbc.sql(
                """
                update service_notice set closed_by = :by, closed_at = :now
                where id = :id and closed_at is null
                """)
            .param("by", by)
            .param("now", utc(now))
            .param("id", id)
            .update()
        == 1;
  }

  List<ServiceNotice> notOver(Instant now) {
    return jdbc.sql(
            """
            select * from service_notice
            where closed_at is null and (ends_at is null or ends_at > :now)
            order by starts_at desc, id
            """)
        .param("now", utc(now))
        .query(NoticeTable::read)
        .list();
  }

  List<ServiceNotice> newest(int most) {
    return jdbc.sql(
            """
            select * from service_notice order by starts_at desc, id fetch first %d rows only
            """
                .formatted(most))
        .query(NoticeTable::read)
        .list();
  }

  private static ServiceNotice read(ResultSet row, int number) throws SQLException {
    return new ServiceNotice(
        row.getString("id"),
        NoticeKind.ofKey(row.getString("kind")).orElseThrow(),
        channels(row.getString("channels")),
        list(row.getString("countries")),
        texts(row),
        time(row, "starts_at"),
        time(row, "ends_at"),
        row.getString("opened_by"),
        time(row, "opened_at"),
        row.getString("closed_by"),
        time(row, "closed_at"));
  }

  private static Map<String, String> texts(ResultSet row) throws SQLException {
    Map<String, String> texts = new TreeMap<>();
    for (String language : LANGUAGES) {
      String text = row.getString("text_" + language);
      if (text != null) {
        texts.put(language, text);
      }
    }
    return texts;
  }

  private static Set<Channel> channels(String keys) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    list(keys).stream().map(Channel::ofKey).flatMap(Optional::stream).forEach(channels::add);
    return channels;
  }

  private static List<String> list(String joined) {
    return Arrays.stream(joined.split(SEPARATOR, -1)).filter(part -> !part.isEmpty()).toList();
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
