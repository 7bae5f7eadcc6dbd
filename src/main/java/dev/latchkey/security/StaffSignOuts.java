package dev.latchkey.security;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * When members of staff signed out, kept beside their login in the engine. Where a provider signs
 * staff in, its own session goes on after that: without this, whoever comes to the desk next would
 * be signed in again without being asked who they are.
 */
@Component
class StaffSignOuts {
  private static final String AT = "latchkey.signed-out";

  private final IdentityService identities;
  private final StaffOidc oidc;
  private final Clock clock;

  StaffSignOuts(IdentityService identities, StaffOidc oidc, Clock clock) {
    this.identities = identities;
    this.oidc = oidc;
    this.clock = clock;
  }

  /** Somebody signed out now. With logins of our own there is nothing to keep. */
  void note(String person) {
    if (oidc.enabled()) {
      identities.setUserInfo(person, AT, clock.instant().toString());
    }
  }

  /** When this person signed out last (UTC); long ago if they never did. */
  Instant last(String person) {
    String at = identities.getUserInfo(person, AT);
    return at == null ? Instant.EPOCH : Instant.parse(at);
  }
}
