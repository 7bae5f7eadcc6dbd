package dev.latchkey.security;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The staff to make at first start; afterwards staff are kept in Camunda Admin.
 *
 * @param members none by default; then nobody can sign in, and no first administrator can be made
 *     from outside
 * @param sessionLifetime after this long in Camunda's web applications staff sign in again
 * @param sessionIdle and after this long without doing anything
 */
@ConfigurationProperties(prefix = "latchkey.staff")
record Staff(
    @DefaultValue List<Member> members,
    @DefaultValue("P1D") Duration sessionLifetime,
    @DefaultValue("PT1H") Duration sessionIdle) {
  static final String SUPPORT = "support";
  static final String LEADS = "support-lead";
  static final String ANALYSTS = "analyst";
  static final String ADMINS = "camunda-admin";
  static final Set<String> GROUPS = Set.of(SUPPORT, LEADS, ANALYSTS, ADMINS);

  /**
   * One person.
   *
   * @param id login: lower-case letters, digits, single hyphens
   * @param name given name and family name
   * @param groups of support, support-lead, analyst, camunda-admin
   */
  record Member(String id, String name, List<String> groups) {

    Member {
      if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException("latchkey.staff: not a login: " + id);
      }
      if (name == null || groups == null || !GROUPS.containsAll(groups)) {
        throw new IllegalArgumentException(
            "latchkey.staff: " + id + " needs a name and groups out of " + GROUPS);
      }
    }

    String givenName() {
      return name.split(" ", 2)[0];
    }

    String familyName() {
      return name.contains(" ") ? name.split(" ", 2)[1] : "";
    }
  }
}
