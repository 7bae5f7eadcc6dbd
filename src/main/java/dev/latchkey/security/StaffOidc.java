package dev.latchkey.security;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in of staff by an OpenID Connect provider, instead of logins of our own. A name that is none
 * stops the start.
 *
 * @param issuer of the provider, which describes itself below it; null for logins of our own
 * @param userClaim claim that holds the login; lower-case letters, digits and single -._@ remain
 * @param groupsClaim claim that holds the groups: a list, or one text
 * @param groups our group by what the claim says; what is not named here counts if it is called
 *     like one of our groups
 */
@ConfigurationProperties(prefix = "latchkey.staff.oidc", ignoreUnknownFields = false)
record StaffOidc(
    URI issuer,
    String clientId,
    String clientSecret,
    @DefaultValue("preferred_username") String userClaim,
    @DefaultValue("groups") String groupsClaim,
    @DefaultValue Map<String, String> groups) {
  static final String ISSUER = "latchkey.staff.oidc.issuer";

  StaffOidc {
    boolean complete = clientId != null && clientSecret != null;
    if (issuer != null && !complete) {
      throw new IllegalArgumentException(
          "latchkey.staff.oidc: set client-id and client-secret beside issuer");
    }
    if (issuer != null && !safe(issuer)) {
      throw new IllegalArgumentException(
          "latchkey.staff.oidc.issuer: an https address is needed: " + issuer);
    }
    if (!Staff.GROUPS.containsAll(groups.values())) {
      throw new IllegalArgumentException(
          "latchkey.staff.oidc.groups: our groups are " + Staff.GROUPS);
    }
  }

  private static boolean safe(URI issuer) {
    boolean here = List.of("127.0.0.1", "localhost", "[::1]").contains(issuer.getHost());
    return "https".equals(issuer.getScheme()) || ("http".equals(issuer.getScheme()) && here);
  }

  /** Whether staff sign in there. */
  boolean enabled() {
    return issuer != null;
  }

  /** Our groups for what the claim says; null and other things than texts are none. */
  List<String> ours(Object claim) {
    Collection<?> all =
        claim instanceof Collection<?> several
            ? several
            : claim == null ? List.of() : List.of(claim);
    return all.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .map(name -> groups.getOrDefault(name, name))
        .filter(Staff.GROUPS::contains)
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return "StaffOidc[" + issuer + ", " + clientId + "]";
  }
}
