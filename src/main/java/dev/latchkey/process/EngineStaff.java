package dev.latchkey.process;

import dev.latchkey.review.ReviewStaff;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@link ReviewStaff} on the engine's users and groups. Asked without regard to what the reviewer
 * may see of other users: a rule that looks away is none.
 */
@Component
class EngineStaff implements ReviewStaff {
  private static final String SUPPORT = "support";

  private final ObjectProvider<ProcessEngine> engine;

  EngineStaff(ObjectProvider<ProcessEngine> engine) {
    this.engine = engine;
  }

  @Override
  public Optional<String> mailOf(String login) {
    return user(login).map(User::getEmail);
  }

  @Override
  public boolean reviews(String login) {
    return lead(login) || in(SUPPORT, login);
  }

  @Override
  public boolean lead(String login) {
    return in(CallInLeadsDelegate.LEADS, login);
  }

  /** Staff whom the engine does not keep bring their groups along when they sign in. */
  private boolean in(String group, String login) {
    return user(login).isPresent() ? member(group, login) : broughtAlong(group, login);
  }

  private boolean member(String group, String login) {
    return unrestricted(
            () -> identities().createGroupQuery().groupMember(login).groupId(group).count())
        > 0;
  }

  private boolean broughtAlong(String group, String login) {
    Authentication current = identities().getCurrentAuthentication();
    return current != null
        && login.equals(current.getUserId())
        && current.getGroupIds() != null
        && current.getGroupIds().contains(group);
  }

  private Optional<User> user(String login) {
    return Optional.ofNullable(
        unrestricted(() -> identities().createUserQuery().userId(login).singleResult()));
  }

  private IdentityService identities() {
    return engine.getObject().getIdentityService();
  }

  private <T> T unrestricted(Callable<T> query) {
    var configuration =
        (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    Command<T> command = context -> context.runWithoutAuthorization(query);
    return configuration.getCommandExecutorTxRequired().execute(command);
  }
}
