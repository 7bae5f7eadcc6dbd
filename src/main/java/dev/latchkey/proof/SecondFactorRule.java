package dev.latchkey.proof;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What shows a second factor at sign-in, after the password. E-mail never does (NIST SP 800-63B-4,
 * section 3.1.3.1).
 */
public final class SecondFactorRule {
  /** The ways that show a second factor. */
  public static final Set<Way> WAYS =
      Set.copyOf(
          EnumSet.of(Way.LOGIN_REQUEST, Way.AUTHENTICATOR_APP, Way.TEXT_MESSAGE, Way.BACKUP_CODE));

  private SecondFactorRule() {}

  /** Whether one of them was shown. */
  public static boolean shown(Collection<Proof> proofs) {
    return proofs.stream().map(Proof::way).anyMatch(WAYS::contains);
  }
}
