package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.process.WalkedDiagrams;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.testing.EngineDriver;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Leftovers;
import dev.latchkey.testing.NothingByItself;
import dev.latchkey.testing.Outage;
import dev.latchkey.testing.Persona;
import dev.latchkey.testing.Post;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application without its job executor: jobs run when a test says so. Each test leaves an
 * empty house, so all classes of scenarios share one start for each database: a class says which by
 * {@code @ContextConfiguration(initializers = FreshH2.class)} or {@code FreshPostgres.class}, and
 * configures nothing else.
 */
@Import({WalkedDiagrams.class, NothingByItself.class, Outage.class})
@SpringBootTest(
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "latchkey.demo.enabled=false",
      "latchkey.data-folder=target/test-data-${tests.fork:0}",
      "latchkey.recovery.opens-per-client=100000",
      // What happens within one moment of a test must not wait for its turn
      "latchkey.messaging.limits.texts-per-second=100000",
      "latchkey.messaging.limits.mails-per-second=100000",
      "latchkey.status.refresh=PT0S",
      "latchkey.messaging.limits.per-client-and-hour=100000",
      "latchkey.messaging.limits.per-prefix-and-hour=100000",
      "latchkey.messaging.limits.texts-per-hour=100000"
    })
public abstract class RecoveryScene {
  protected static final String GOOD_PASSWORD = "violet harbour lantern 42";
  protected static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  @Autowired protected RecoveryService recoveries;
  @Autowired protected CaseStore cases;
  @Autowired protected ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected BackupCodes backupCodes;
  @Autowired protected Outage outage;

  protected EngineDriver engine;
  protected Post post;

  @BeforeEach
  void meetTheEngine() {
    engine = new EngineDriver(management);
    post = new Post(jdbc);
  }

  @AfterEach
  void leaveNothingBehind() {
    outage.ends();
    EngineDriver.resetClock();
    new Leftovers(runtime, jdbc).remove();
  }

  protected Guest opens(String typed) {
    Guest guest = Guest.opens(recoveries, typed);
    engine.runJobs();
    return guest;
  }

  protected Persona person() {
    return Persona.withPhoneAndEmail().in(jdbc);
  }

  /** A person who has got in by text message, after any earlier code's two minutes. */
  protected Guest restored(Persona person) {
    engine.moveClock(TWO_MINUTES.plusSeconds(1));
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    return guest;
  }

  /** The stored password hash, or null. */
  protected String passwordOf(Persona person) {
    return jdbc.sql("select password_hash from account where id = ?")
        .param(person.id())
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  /** A code that is surely not this one. */
  protected static String wrong(String right) {
    return right.equals("111111") ? "222222" : "111111";
  }
}
