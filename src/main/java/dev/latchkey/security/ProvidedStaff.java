package dev.latchkey.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff as the OpenID Connect provider names them, kept among the engine's users so that tasks,
 * lists and rules know them. The provider decides: names and groups are brought up to date at each
 * sign-in, and whoever is in none of our groups is no staff. Their password here is a random one
 * that nobody knows.
 */
@Component
@ConditionalOnProperty(StaffOidc.ISSUER)
class ProvidedStaff {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9]+([-._@][a-z0-9]+)*");
  private static final String SUBJECT = "latchkey.subject";
  private static final int LONGEST = 64;
  private static final int PASSWORD_BYTES = 32;

  private final StaffOidc oidc;
  private final IdentityService identities;
  private final TasklistLists lists;
  private final SecureRandom random = new SecureRandom();

  ProvidedStaff(StaffOidc oidc, IdentityService identities, TasklistLists lists) {
    this.oidc = oidc;
    this.identities = identities;
    this.lists = lists;
  }

  /**
   * A member of staff.
   *
   * @param id login
   * @param groups at least one
   */
  record Member(String id, List<String> groups) {}

  /**
   * Who signs in, as the provider's token names them, brought up to date; empty if the login cannot
   * be used here or none of the groups is ours. Two sign-ins at once may fail on the same row: the
   * second try works.
   */
  @Transactional
  public Optional<Member> of(ClaimAccessor token) {
    String id = Optional.ofNullable(token.getClaimAsString(oidc.userClaim())).orElse("");
    List<String> groups = oidc.ours(token.getClaims().get(oidc.groupsClaim()));
    boolean usable = id.length() <= LONGEST && LOGIN.matcher(id).matches();
    if (!usable || id.equals(StaffSetup.STAND_IN.id())) {
      return Optional.empty();
    }
    if (!groups.isEmpty() && !exists(id)) {
      make(id, token);
    }
    if (!isThisPerson(id, token)) {
      return Optional.empty();
    }
    keepGroups(id, Set.copyOf(groups));
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    keepName(id, token);
    return Optional.of(new Member(id, groups));
  }

  /**
   * Who calls with a token, without a sign-in: it may be older than what is known by now, so it
   * gives nobody a group. Empty for whoever never signed in with a browser.
   */
  @Transactional(readOnly = true)
  public Optional<Member> calling(ClaimAccessor token) {
    String id = Optional.ofNullable(token.getClaimAsString(oidc.userClaim())).orElse("");
    List<String> groups =
        oidc.ours(token.getClaims().get(oidc.groupsClaim())).stream()
            .filter(group -> present(id).contains(group))
            .toList();
    return groups.isEmpty() || !isThisPerson(id, token)
        ? Optional.empty()
        : Optional.of(new Member(id, groups));
  }

  /**
   * A login belongs to one person at the provider for good, and a person has one: a name that was
   * changed or given to somebody else is neither another reviewer nor the one before.
   */
  private boolean isThisPerson(String id, ClaimAccessor token) {
    String subject = subject(token);
    return subject.equals(identities.getUserInfo(id, SUBJECT))
        && id.equals(identities.getUserInfo(StaffSetup.STAND_IN.id(), subject));
  }

  private static String subject(ClaimAccessor token) {
    byte[] named =
        (token.getClaimAsString("iss") + " " + token.getClaimAsString("sub"))
            .getBytes(StandardCharsets.UTF_8);
    return SUBJECT + "." + UUID.nameUUIDFromBytes(named);
  }

  private boolean exists(String id) {
    return identities.createUserQuery().userId(id).count() > 0;
  }

  private void make(String id, ClaimAccessor token) {
    String subject = subject(token);
    if (identities.getUserInfo(StaffSetup.STAND_IN.id(), subject) != null) {
      return;
    }
    User user = identities.newUser(id);
    byte[] password = new byte[PASSWORD_BYTES];
    random.nextBytes(password);
    user.setPassword(Base64.getUrlEncoder().encodeToString(password));
    identities.saveUser(user);
    identities.setUserInfo(id, SUBJECT, subject);
    identities.setUserInfo(StaffSetup.STAND_IN.id(), subject, id);
    lists.giveOwn(id);
  }

  private void keepName(String id, ClaimAccessor token) {
    User user = identities.createUserQuery().userId(id).singleResult();
    user.setFirstName(token.getClaimAsString("given_name"));
    user.setLastName(token.getClaimAsString("family_name"));
    boolean verified = Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified"));
    user.setEmail(verified ? token.getClaimAsString("email") : user.getEmail());
    identities.saveUser(user);
  }

  private List<String> present(String id) {
    return identities.createGroupQuery().groupMember(id).list().stream().map(Group::getId).toList();
  }

  private void keepGroups(String id, Set<String> wanted) {
    List<String> present = present(id);
    present.stream()
        .filter(group -> !wanted.contains(group))
        .forEach(group -> identities.deleteMembership(id, group));
    wanted.stream()
        .filter(group -> !present.contains(group))
        .forEach(group -> identities.createMembership(id, group));
  }
}
