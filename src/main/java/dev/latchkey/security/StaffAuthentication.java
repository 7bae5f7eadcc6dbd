package dev.latchkey.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks staff against the engine's users, where failed logins are slowed down. The groups become
 * authorities under their own names. Account holders never sign in here.
 */
@Component
class StaffAuthentication implements AuthenticationProvider {
  private final IdentityService identities;

  StaffAuthentication(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String user = attempt.getName();
    if (!(attempt.getCredentials() instanceof String password)
        || user.isEmpty()
        || !identities.checkPassword(user, password)) {
      throw new BadCredentialsException("Unknown login or wrong password");
    }
    return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities(user));
  }

  private List<SimpleGrantedAuthority> authorities(String user) {
    return identities.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .map(SimpleGrantedAuthority::new)
        .toList();
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
