package dev.latchkey.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.audit.AuditFixture;
import dev.latchkey.audit.AuditLog;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ChannelHealth;
import dev.latchkey.messaging.ChannelHealth.Health;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff announce, on a clock that stands at 2026-03-01T09:00Z. */
class ServiceNoticesTests {
  private static final Set<String> TEXTS = Set.of("text-message");

  private final MovableClock clock = new MovableClock();
  private final ChannelHealth measured = mock(ChannelHealth.class);
  private JdbcClient jdbc;
  private ServiceNotices notices;
  private ServiceStatus status;

  private void on(Databases database) {
    when(measured.of(any())).thenReturn(Health.GOOD);
    when(measured.of(any(), any())).thenReturn(Health.GOOD);
    jdbc = JdbcClient.create(database.fresh());
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(MovableClock.class, () -> clock);
      context.registerBean(JdbcClient.class, () -> jdbc);
      context.registerBean(StuckSends.class, () -> () -> 0);
      context.registerBean(ChannelHealth.class, () -> measured);
      context.registerBean(AuditLog.class, () -> AuditFixture.log(jdbc, clock));
      context.register(NoticeTable.class, ServiceNotices.class, ServiceStatus.class);
      context.refresh();
      notices = context.getBean(ServiceNotices.class);
      status = context.getBean(ServiceStatus.class);
    }
  }

  private static NewNotice outage(String countries, String starts, String ends) {
    return new NewNotice("outage", TEXTS, countries, starts, ends, Map.of());
  }

  private static NewNotice saying(Map<String, String> texts) {
    return new NewNotice("information", TEXTS, "", "", "", texts);
  }

  private boolean announced(String country) {
    return status.announced(Channel.TEXT_MESSAGE, country);
  }

  @EachDatabase
  void B4_anOutage_isAnnounced_untilItIsClosed_andBothAreAudited(Databases database) {
    on(database);
    assertThat(announced(null)).isFalse();
    assertThat(notices.open(outage("", "", ""), "omar")).isEmpty();
    assertThat(announced(null)).isTrue();
    assertThat(announced("IN")).isTrue();
    assertThat(status.announced(Channel.EMAIL, null)).isFalse();
    assertThat(status.state("text-message", null)).isEqualTo(ServiceState.DOWN);

    String id = notices.current().get(0).id();
    assertThat(notices.close(id, "admin")).isTrue();
    assertThat(notices.close(id, "admin")).isFalse();
    assertThat(announced(null)).isFalse();
    assertThat(notices.newest())
        .singleElement()
        .satisfies(notice -> assertThat(notice.closedBy()).isEqualTo("admin"));
    assertThat(
            jdbc.sql("select actor || ' ' || action || ' ' || outcome from audit_entry")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "omar open-notice done", "admin close-notice done", "admin close-notice refused");
  }

  @EachDatabase
  void B3_aNoticeForCountries_concernsTheirNumbersAlone(Databases database) {
    on(database);
    notices.open(outage(" in, JP", "", ""), "omar");
    assertThat(announced("IN")).isTrue();
    assertThat(announced("JP")).isTrue();
    assertThat(announced("US")).isFalse();
    assertThat(announced(null)).isFalse();
  }

  @EachDatabase
  void B4_aNotice_beginsAndEndsByItself(Databases database) {
    on(database);
    notices.open(outage("", "2026-03-01T10:00", "2026-03-01T11:00"), "omar");
    assertThat(announced(null)).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(announced(null)).isTrue();
    clock.advance(Duration.ofHours(1));
    assertThat(announced(null)).isFalse();
  }

  @EachDatabase
  void aNoticeThatOnlyInforms_isNoTrouble(Databases database) {
    on(database);
    notices.open(saying(Map.of("en", "New sender name")), "omar");
    assertThat(announced(null)).isFalse();
    assertThat(status.overview().notices()).hasSize(1);
  }

  @EachDatabase
  void H_freeText_isShownInTheReadersLanguage_orInEnglish(Databases database) {
    on(database);
    notices.open(saying(Map.of("en", "Trouble", "ja", "障害", "mr", " ")), "omar");
    ServiceNotice notice = notices.current().get(0);
    assertThat(notice.text(Locale.JAPANESE)).isEqualTo("障害");
    assertThat(notice.text(Locale.forLanguageTag("mr"))).isEqualTo("Trouble");
    assertThat(notice.textLanguage(Locale.forLanguageTag("mr"))).isEqualTo("en");
  }

  @EachDatabase
  void whatIsWorse_counts_measuredOrAnnounced(Databases database) {
    on(database);
    notices.open(new NewNotice("delays", TEXTS, "", "", "", Map.of()), "omar");
    assertThat(status.state("text-message", null)).isEqualTo(ServiceState.SLOW);
    when(measured.of(Channel.TEXT_MESSAGE, null)).thenReturn(Health.DOWN);
    assertThat(status.state("text-message", null)).isEqualTo(ServiceState.DOWN);
    assertThat(status.state("nonsense", null)).isEqualTo(ServiceState.GOOD);
  }

  @EachDatabase
  void aNoticeWithAFlaw_isNotStored(Databases database) {
    on(database);
    assertThat(notices.open(outage("XX", "", ""), "omar")).isPresent();
    assertThat(notices.newest()).isEmpty();
    assertThat(jdbc.sql("select count(*) from audit_entry").query(Integer.class).single()).isZero();
  }

  @Test
  void eachFlaw_isNamedWithItsField() {
    var now = clock.instant();
    Map<String, String> none = Map.of();
    assertThat(new NewNotice("x", TEXTS, "", "", "", none).flaw(now).orElseThrow().field())
        .isEqualTo("kind");
    assertThat(new NewNotice("outage", Set.of(), "", "", "", none).flaw(now).orElseThrow().field())
        .isEqualTo("channels");
    assertThat(outage("Japan", "", "").flaw(now).orElseThrow().field()).isEqualTo("countries");
    for (String bad : List.of("soon", "2026-13-01T00:00", "2026-03-01")) {
      assertThat(outage("", bad, "").flaw(now).orElseThrow().problem()).isEqualTo("unreadable");
    }
    assertThat(outage("", "", "2026-03-01T08:59").flaw(now).orElseThrow().field())
        .isEqualTo("ends");
    assertThat(outage("", "2026-03-02T00:00", "2026-03-01T12:00").flaw(now)).isPresent();
    assertThat(saying(Map.of("en", "x".repeat(501))).flaw(now).orElseThrow().problem())
        .isEqualTo("long");
    assertThat(saying(Map.of("ja", "障害")).flaw(now).orElseThrow().problem()).isEqualTo("english");
    assertThat(saying(Map.of("en", "x".repeat(500))).flaw(now)).isEmpty();
  }
}
