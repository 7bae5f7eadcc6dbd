package dev.latchkey.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts in the situations that people are in. Each has addresses of its own, so that tests in
 * one database do not meet.
 */
public final class Persona {
  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  private final String id = UUID.randomUUID().toString();
  private final int number = NUMBER.incrementAndGet();
  private final List<String[]> addresses = new ArrayList<>();
  private boolean secondFactor;
  private String kind = "STANDARD";
  private String status = "ACTIVE";
  private String passwordHash;
  private String language = "en";

  private Persona() {}

  /** The usual case: a verified phone number and a verified e-mail address. */
  public static Persona withPhoneAndEmail() {
    return withPhoneOnly().email();
  }

  /** Nothing but a phone number. */
  public static Persona withPhoneOnly() {
    Persona fixture = new Persona();
    fixture.addresses.add(new String[] {"PHONE", fixture.phoneNumber()});
    return fixture;
  }

  /** Nothing but an e-mail address. */
  public static Persona withEmailOnly() {
    return new Persona().email();
  }

  private Persona email() {
    addresses.add(new String[] {"EMAIL", emailAddress()});
    return this;
  }

  /** Signing in needs a second factor. */
  public Persona withSecondFactor() {
    secondFactor = true;
    return this;
  }

  /** An administrator's account. */
  public Persona ofAdministrator() {
    kind = "ADMIN";
    return this;
  }

  /** Wants messages in this language. */
  public Persona speaking(String tag) {
    language = tag;
    return this;
  }

  /** Closed by its owner. */
  public Persona disabled() {
    status = "DISABLED";
    return this;
  }

  /** Knows the password of which this is the stored hash; without it there is none. */
  public Persona withPassword(String hash) {
    passwordHash = hash;
    return this;
  }

  /** Writes the account. */
  public Persona in(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into account (id, user_name, display_name, locale, status, kind, second_factor,
              password_hash, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            userName(),
            "Person " + number,
            language,
            status,
            kind,
            secondFactor,
            passwordHash,
            now())
        .update();
    int position = 0;
    for (String[] address : addresses) {
      jdbc.sql(
              """
              insert into account_address (id, account_id, kind, address, verified_at, notify,
                position)
              values (?, ?, ?, ?, ?, true, ?)
              """)
          .params(UUID.randomUUID().toString(), id, address[0], address[1], now(), position++)
          .update();
    }
    return this;
  }

  /** Account id. */
  public String id() {
    return id;
  }

  /** Unique user name. */
  public String userName() {
    return "person" + number;
  }

  /** E.164, from a range that is valid and ours in tests. */
  public String phoneNumber() {
    return "+8190" + String.format(java.util.Locale.ROOT, "%08d", 12340000 + number);
  }

  /** Lower case. */
  public String emailAddress() {
    return "person" + number + "@example.com";
  }

  private static java.time.OffsetDateTime now() {
    return Instant.now().atOffset(ZoneOffset.UTC);
  }
}
