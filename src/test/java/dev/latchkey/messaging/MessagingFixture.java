package dev.latchkey.messaging;

import dev.latchkey.secret.ServerKey;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.MovableClock;
import dev.latchkey.testing.StillScheduler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messaging on one database, with providers that only note what they get. */
final class MessagingFixture {
  static final String PHONE = "+819012345678";
  static final String MAILBOX = "aiko@example.com";
  static final String BASE_URL = "http://recovery.example.com";
  static final Map<String, String> CODE_FACTS =
      Map.of(
          "code", "493817", "minutes", "10", "link", "/recovery/link?t=abc", "objection", "/o?t=x");

  /** What happens within one moment of a test must not wait for its turn. */
  private static final Map<String, String> UNHURRIED =
      Map.of(
          "latchkey.messaging.limits.texts-per-second",
          "100000",
          "latchkey.messaging.limits.mails-per-second",
          "100000");

  private static final ServerKey KEY = new ServerKey(new byte[32]);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Lot lot = new Lot(KEY);
  final MovableClock clock = new MovableClock();
  final TimeOnPaper time = new TimeOnPaper();
  final JdbcTemplate rows;
  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  final TargetHasher hasher = new TargetHasher(KEY);
  final RecordingSender texts = new RecordingSender(Channel.TEXT_MESSAGE);
  final RecordingSender mails = new RecordingSender(Channel.EMAIL);
  final List<String> undelivered = new CopyOnWriteArrayList<>();
  final Outbox outbox;
  HandOver handOver;
  final Receipts receipts;
  final SendLimits limits;
  final OptOuts optOuts;
  final RefusalShares refusals;
  final PlannedReceipts planned;
  final StillScheduler alarm = new StillScheduler(clock);
  ReceiptShares receiptShares;
  BiConsumer<String, String> told = (caseId, issue) -> undelivered.add(caseId + " " + issue);
  final ChannelHealth health;
  final InboundTexts inbound;
  final NumberLanguages languages;
  final TextAnswers answers;

  MessagingFixture(Databases database) {
    this(database, Map.of());
  }

  MessagingFixture(Databases database, Map<String, String> settings) {
    var source = database.fresh();
    rows = new JdbcTemplate(source);
    jdbc = JdbcClient.create(rows);
    var transactions = new JdbcTransactionManager(source);
    transaction = new TransactionTemplate(transactions);
    var own = new OwnTransaction(transactions);
    var properties = properties(settings);
    var messages = new MessageTable(jdbc);
    optOuts = new OptOuts(jdbc, own, clock);
    refusals = new RefusalShares(jdbc, lot, clock);
    var listeners = new StaticListableBeanFactory();
    listeners.addBean("listener", (ReceiptListener) (caseId, issue) -> told.accept(caseId, issue));
    receipts =
        new Receipts(
            messages,
            new EarlyReceipts(jdbc, own, clock),
            optOuts,
            listeners.getBeanProvider(ReceiptListener.class),
            own,
            clock);
    planned = new PlannedReceipts(jdbc, receipts, own, alarm, clock);
    outbox = new Outbox(messages, dispatch(messages, properties, own), clock);
    limits =
        new SendLimits(
            new SendCounts(jdbc),
            new SendRoom(),
            new SendTargets(jdbc, own),
            properties,
            meters,
            clock);
    health = health(Map.of("latchkey.status.refresh", "0s"));
    inbound =
        new InboundTexts(
            jdbc,
            hasher,
            own,
            new StaticListableBeanFactory().getBeanProvider(InboundTextListener.class),
            clock);
    languages = new NumberLanguages(jdbc);
    answers = new TextAnswers(jdbc, outbox, optOuts, limits, languages, properties, clock);
  }

  /** Another node that measures on the same database. */
  ChannelHealth health(Map<String, String> settings) {
    StatusProperties properties =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("latchkey.status", StatusProperties.class);
    var own = new OwnTransaction(transaction.getTransactionManager());
    return new ChannelHealth(
        new SentSamples(jdbc, properties),
        new ChannelStates(jdbc, own),
        properties,
        new SimpleMeterRegistry(),
        clock);
  }

  /** A text message to the service, stored. */
  InboundText textFrom(String number, Keyword keyword, boolean answered) {
    String id = "SM" + jdbc.sql("select count(*) from inbound_text").query(Integer.class).single();
    inbound.receive("test", id, number, keyword, answered);
    return jdbc.sql("select id from inbound_text where provider_id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(inbound::get)
        .orElseThrow();
  }

  private Dispatch dispatch(
      MessageTable messages, MessagingProperties properties, OwnTransaction own) {
    List<Sender> senders = List.of(texts, mails);
    var pace = new Pace(senders, time);
    var written = messageTexts(properties);
    handOver = new HandOver(messages, optOuts, receipts, written, senders, pace, own, clock);
    var rate = new SendRate(jdbc, properties);
    var turns = new Turns(rate, messages, own, properties, time, meters, clock);
    receiptShares = new ReceiptShares(new NewestReports(jdbc, clock), senders, jdbc, lot, clock);
    return new Dispatch(
        messages, optOuts, refusals, receiptShares, planned, turns, pace, handOver, own, clock);
  }

  static MessagingProperties properties(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(UNHURRIED);
    all.putAll(settings);
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("latchkey.messaging", MessagingProperties.class);
  }

  static MessageTexts messageTexts(MessagingProperties properties) {
    return new MessageTexts(
        new MessagingConfiguration().outgoingTexts(), new Links(BASE_URL), properties);
  }

  /** The intent of a code by text message, committed. */
  String codeTo(String phone) {
    return inTransaction(() -> outbox.intend(codeIntent(Channel.TEXT_MESSAGE, phone, "client")));
  }

  /** The intent of a code by mail, committed. */
  String codeToMailbox(String mailbox) {
    return inTransaction(() -> outbox.intend(codeIntent(Channel.EMAIL, mailbox, "client")));
  }

  /** The intent of a code to nobody, committed; the same decoy for the same subject. */
  String codeToDecoy(Channel channel, String subject) {
    MessageIntent decoy =
        new MessageIntent(
            "case",
            "issue",
            Purpose.RECOVERY_CODE,
            channel,
            null,
            hasher.decoy(channel, subject),
            "client",
            Locale.ENGLISH);
    return inTransaction(() -> outbox.intend(decoy));
  }

  String intend(Purpose purpose, Channel channel, String target) {
    MessageIntent notice =
        new MessageIntent(
            "case", null, purpose, channel, target, hash(channel, target), null, Locale.ENGLISH);
    return inTransaction(() -> outbox.intend(notice));
  }

  MessageIntent codeIntent(Channel channel, String target, String client) {
    return new MessageIntent(
        "case",
        "issue",
        Purpose.RECOVERY_CODE,
        channel,
        target,
        hash(channel, target),
        client,
        Locale.ENGLISH);
  }

  String hash(Channel channel, String target) {
    return target == null ? hasher.decoy(channel, "nobody") : hasher.hash(channel, target);
  }

  /** Claims, and stores the intent if allowed, as the process does. */
  LimitVerdict claim(Channel channel, String target, String client) {
    return inTransaction(
        () -> {
          String hash = hash(channel, target);
          LimitVerdict verdict = limits.claim(channel, target, hash, client);
          if (verdict.decision() == LimitVerdict.Decision.ALLOWED) {
            outbox.intend(codeIntent(channel, target, client));
          }
          return verdict;
        });
  }

  <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  String state(String messageId) {
    return column("state", messageId);
  }

  String column(String column, String messageId) {
    return jdbc.sql("select " + column + " from message where id = :id")
        .param("id", messageId)
        .query((row, number) -> String.valueOf(row.getString(1)))
        .single();
  }
}
