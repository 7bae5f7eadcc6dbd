package dev.latchkey.security;

import dev.latchkey.operation.Checkup;
import dev.latchkey.operation.DatabaseAway;
import dev.latchkey.operation.DatabaseFault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Lets whoever watches this node go on reading health and figures while the database, in which the
 * logins are, is away: who was let in within the last ten minutes is let in with the same password.
 * That is also how long somebody who was removed may go on reading. One wrong password ends it, so
 * that there is nothing to guess. For nothing else than figures.
 */
final class RememberedLogins implements AuthenticationProvider {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final String ALGORITHM = "HmacSHA256";

  private final AuthenticationProvider staff;
  private final Checkup checkup;
  private final LongSupplier nanoTime;
  private final Map<String, Login> known = new ConcurrentHashMap<>();
  private final SecretKeySpec key;

  RememberedLogins(AuthenticationProvider staff, Checkup checkup) {
    this(staff, checkup, System::nanoTime);
  }

  RememberedLogins(AuthenticationProvider staff, Checkup checkup, LongSupplier nanoTime) {
    this.staff = staff;
    this.checkup = checkup;
    this.nanoTime = nanoTime;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
  }

  private record Login(String mark, Authentication person, long at) {}

  @Override
  public Authentication authenticate(Authentication attempt) {
    if (!checkup.databaseUsable()) {
      return recall(attempt);
    }
    try {
      Authentication person = staff.authenticate(attempt);
      known.put(attempt.getName(), new Login(mark(attempt), person, nanoTime.getAsLong()));
      return person;
    } catch (AuthenticationException refused) {
      known.remove(attempt.getName());
      throw refused;
    } catch (RuntimeException fault) {
      if (DatabaseFault.is(fault)) {
        return recall(attempt);
      }
      throw fault;
    }
  }

  /** Whoever is not known is told to come later, as nobody can say who they are. */
  private Authentication recall(Authentication attempt) {
    Login login = known.remove(attempt.getName());
    if (login == null
        || nanoTime.getAsLong() - login.at > KEPT.toNanos()
        || !same(login.mark, mark(attempt))) {
      throw new DatabaseAway("Nobody can be signed in: the database is away");
    }
    known.put(attempt.getName(), login);
    return login.person;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private String mark(Authentication attempt) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String login = attempt.getName() + "\n" + attempt.getCredentials();
      return HexFormat.of().formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
