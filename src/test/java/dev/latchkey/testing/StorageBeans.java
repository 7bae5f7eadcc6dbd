package dev.latchkey.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.secret.SlowHash;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The beans of proof, directory and account as the application wires them, on a test database and a
 * clock that stands still. {@link #on} shares them per database: a test that uses it makes accounts
 * and recoveries of its own and counts nothing else.
 */
public final class StorageBeans {
  private static final Map<Databases, StorageBeans> SHARED = new EnumMap<>(Databases.class);

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final MovableClock clock = new MovableClock();
  private final List<AccountChanged> told = new CopyOnWriteArrayList<>();

  private StorageBeans(DataSource source, Map<String, Object> properties) {
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("t", properties));
    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    context.registerBean(PropertySourcesPlaceholderConfigurer.class);
    context.registerBean(MovableClock.class, () -> clock);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(
        DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(source));
    context.registerBean(HeardAnswers.class);
    context.registerBean(HeardChanges.class);
    context.registerBean("slowHash", SlowHash.class, CheapHash::create);
    context.scan(
        "dev.latchkey.secret",
        "dev.latchkey.audit",
        "dev.latchkey.proof",
        "dev.latchkey.directory",
        "dev.latchkey.account");
    context.addApplicationListener(
        ApplicationListener.forPayload((AccountChanged changed) -> told.add(changed)));
    context.refresh();
  }

  /** Shared by all tests of the JVM that use this database. */
  public static synchronized StorageBeans on(Databases database) {
    return SHARED.computeIfAbsent(
        database, d -> new StorageBeans(pooled(d.fresh()), properties(Path.of("target"), false)));
  }

  /** Own beans, as after a start of the application on this database and data folder. */
  public static StorageBeans started(DataSource source, Path dataFolder, boolean demo) {
    return new StorageBeans(source, properties(dataFolder, demo));
  }

  /** The one bean of a type. */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Tells all listeners of an event, as the application does. */
  public void publish(Object event) {
    context.publishEvent(event);
  }

  /** What the holder of this account was told of, in order. */
  public List<AccountChanged> toldTo(String accountId) {
    return told.stream().filter(changed -> changed.accountId().equals(accountId)).toList();
  }

  /** The clock that all these beans use. */
  public MovableClock clock() {
    return clock;
  }

  /** For looking at what was really stored. */
  public JdbcClient jdbc() {
    return get(JdbcClient.class);
  }

  /** A new transaction, as a caller has it. */
  public TransactionTemplate transaction() {
    return new TransactionTemplate(get(DataSourceTransactionManager.class));
  }

  private static DataSource pooled(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(20);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  private static Map<String, Object> properties(Path dataFolder, boolean demo) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("latchkey.server-key", "dGVzdCBrZXkgdGVzdCBrZXkgdGVzdCBrZXkgdGVzdCE=");
    properties.put("latchkey.data-folder", dataFolder.toString());
    properties.put("latchkey.demo.enabled", demo);
    return properties;
  }
}
