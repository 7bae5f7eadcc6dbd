package dev.latchkey.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * Who is signed in to Camunda's web applications: read from the session that their login made,
 * which browsers send below {@code /camunda} alone. Groups are asked for each time, so that a right
 * that was taken away is gone at once.
 */
@Component
class TasklistSession {
  private final IdentityService identities;

  TasklistSession(IdentityService identities) {
    this.identities = identities;
  }

  /**
   * A member of staff.
   *
   * @param id login
   * @param groups ids, possibly none
   */
  record Member(String id, List<String> groups) {}

  /** Who is signed in, or empty; makes no session. A login that was removed counts no more. */
  Optional<Member> of(HttpServletRequest request) {
    return Optional.ofNullable(StaffSession.person(request.getSession(false)))
        .filter(this::exists)
        .map(this::member);
  }

  private boolean exists(String user) {
    return identities.createUserQuery().userId(user).count() > 0;
  }

  private Member member(String user) {
    List<String> groups =
        identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    return new Member(user, groups);
  }
}
