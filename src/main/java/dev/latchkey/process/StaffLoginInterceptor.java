package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import java.time.Duration;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Records staff logins, right and wrong, by whatever interface they come. A program that sends its
 * login with each request counts once in a quarter of an hour, and whoever guesses fills no more
 * than a few lines. What was typed as a login is recorded only if somebody has it: people type
 * their password there.
 *
 * <p>Staff without a password cannot sign in; the engine would fail over them.
 */
final class StaffLoginInterceptor extends CommandInterceptor {
  private static final String ACTION = "staff-login";
  private static final String NOBODY = "unknown";

  private final Sometimes right = new Sometimes(1, Duration.ofMinutes(15));
  private final Sometimes wrong = new Sometimes(20, Duration.ofMinutes(1));
  private final ObjectProvider<AuditLog> audit;

  StaffLoginInterceptor(ObjectProvider<AuditLog> audit) {
    this.audit = audit;
  }

  @Override
  public <T> T execute(Command<T> command) {
    return command instanceof CheckPassword ? checked(command) : next.execute(command);
  }

  @SuppressWarnings("unchecked")
  private <T> T checked(Command<T> command) {
    String typed = (String) new DirectFieldAccessor(command).getPropertyValue("userId");
    User user =
        typed == null
            ? null
            : Context.getCommandContext().getReadOnlyIdentityProvider().findUserById(typed);
    boolean canSignIn = user != null && user.getPassword() != null;
    T matches = canSignIn ? next.execute(command) : (T) (Object) false;
    record(user == null ? NOBODY : user.getId(), Boolean.TRUE.equals(matches));
    return matches;
  }

  private void record(String person, boolean matches) {
    if ((matches ? right : wrong).now(person)) {
      audit.getObject().record(null, person, ACTION, matches ? "right" : "refused", null);
    }
  }
}
