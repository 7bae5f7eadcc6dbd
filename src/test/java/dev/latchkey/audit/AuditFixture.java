package dev.latchkey.audit;

import dev.latchkey.secret.ServerKey;
import dev.latchkey.testing.MovableClock;
import dev.latchkey.testing.Removals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of one node on a database, with a data folder of its own. */
public final class AuditFixture {
  /** The server key that this log is sealed with. */
  static final String KEY_TEXT = "test key test key test key test key!";

  private static final ServerKey KEY = key(KEY_TEXT);

  final MovableClock clock = new MovableClock();
  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  final AuditLog log;
  final AuditChain chain;
  final AuditVerifier verifier;
  final AuditRetention retention;
  final AuditTable table;

  AuditFixture(DataSource source, Path dataFolder) {
    this(source, dataFolder, KEY);
  }

  AuditFixture(DataSource source, Path dataFolder, ServerKey key) {
    jdbc = JdbcClient.create(source);
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    transaction = new TransactionTemplate(transactions);
    AuditSeals seals = new AuditSeals(key);
    table = new AuditTable(jdbc);
    AuditHeads heads = new AuditHeads(jdbc, seals);
    AuditCheckpoint checkpoint = new AuditCheckpoint(dataFolder, table);
    log = new AuditLog(table, seals, clock);
    chain = new AuditChain(table, heads, seals, checkpoint, clock, transactions);
    verifier = new AuditVerifier(table, heads, seals, checkpoint);
    retention = new AuditRetention(table, heads, "P365D");
  }

  void removeOldEntries() {
    Removals.of(retention, clock.instant(), transaction);
  }

  /** A log alone, for tests of those who write into it. */
  public static AuditLog log(JdbcClient jdbc, Clock clock) {
    return new AuditLog(new AuditTable(jdbc), new AuditSeals(KEY), clock);
  }

  static ServerKey key(String text) {
    return new ServerKey(text.getBytes(StandardCharsets.UTF_8));
  }

  /** This many entries, told apart by their detail, and chained. */
  void chained(int entries) {
    for (int number = 1; number <= entries; number++) {
      log.record("case", "sora", "review", "approved", "number " + number);
      clock.advance(java.time.Duration.ofSeconds(1));
    }
    chain.chain();
  }

  void change(String sql, Object... values) {
    jdbc.sql(sql).params(values).update();
  }

  /** What the verifier says is wrong, or null. */
  String fault() {
    return verifier.verify().fault();
  }
}
