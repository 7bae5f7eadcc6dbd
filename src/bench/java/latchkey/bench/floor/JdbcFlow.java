package latchkey.bench.floor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import latchkey.bench.Sending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A recovery by hand in the fewest durable writes that its promises need, six transactions: begun
 * with the intent to send; sent; try counted; code right; password set with the intent of the
 * notice; notice sent.
 */
final class JdbcFlow implements Flow {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] KEY = "a key of the benchmark alone".getBytes(StandardCharsets.UTF_8);
  private static final int CODES = 1_000_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Sending sending;
  private final ExecutorService senders = Executors.newFixedThreadPool(3);

  JdbcFlow(JdbcClient jdbc, PlatformTransactionManager transactions, String provider) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.sending = new Sending(provider);
    jdbc.sql(
            """
            create table floor_case (id varchar(36) primary key, number varchar(20) not null,
              step varchar(20) not null, due timestamptz, tries integer not null,
              password_hash varchar(300), proven_at timestamptz, created_at timestamptz not null)
            """)
        .update();
    jdbc.sql(
            """
            create table floor_message (id varchar(36) primary key, case_id varchar(36) not null,
              purpose varchar(20) not null, state varchar(20) not null,
              created_at timestamptz not null, closed_at timestamptz)
            """)
        .update();
  }

  @Override
  public String open(String number) {
    String id = UUID.randomUUID().toString();
    String message =
        transaction.execute(
            status -> {
              jdbc.sql(
                      """
                      insert into floor_case (id, number, step, due, tries, created_at)
                      values (?, ?, 'sending-code', now() + interval '2 minutes', 0, now())
                      """)
                  .params(id, number)
                  .update();
              return intend(id, "code");
            });
    senders.execute(() -> send(id, message, number, "Code " + code(id), "enter-code"));
    return id;
  }

  private String intend(String id, String purpose) {
    String message = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into floor_message (id, case_id, purpose, state, created_at)
            values (?, ?, ?, 'INTENDED', now())
            """)
        .params(message, id, purpose)
        .update();
    return message;
  }

  private void send(String id, String message, String number, String text, String next) {
    sending.send(number, text);
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update floor_message set state = 'ACCEPTED', closed_at = now() where id = ?")
              .param(message)
              .update();
          jdbc.sql("update floor_case set step = ? where id = ?").params(next, id).update();
        });
  }

  @Override
  public String step(String id) {
    return jdbc.sql("select step from floor_case where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  @Override
  public boolean enterCode(String id, String code) {
    boolean granted =
        jdbc.sql("update floor_case set tries = tries + 1 where id = ? and tries < 5")
                .param(id)
                .update()
            == 1;
    return granted
        && code.equals(code(id))
        && jdbc.sql(
                    """
                    update floor_case set step = 'choose-password', proven_at = now()
                    where id = ? and step = 'enter-code'
                    """)
                .param(id)
                .update()
            == 1;
  }

  @Override
  public void choosePassword(String id, String hash) {
    String message =
        transaction.execute(
            status -> {
              jdbc.sql(
                      """
                      update floor_case set step = 'done', password_hash = ?
                      where id = ? and step = 'choose-password'
                      """)
                  .params(hash, id)
                  .update();
              return intend(id, "notice");
            });
    senders.execute(() -> send(id, message, number(id), "You are in again", "done"));
  }

  private String number(String id) {
    return jdbc.sql("select number from floor_case where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static String code(String id) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(KEY, ALGORITHM));
      byte[] sum = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
      int number = ((sum[0] & 0x7f) << 24) | ((sum[1] & 0xff) << 16) | ((sum[2] & 0xff) << 8);
      return String.format(Locale.ROOT, "%06d", number % CODES);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
