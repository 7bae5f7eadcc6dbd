package dev.latchkey.process;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/** Staff passwords: 15 characters or more, no rules of composition, not the person's own data. */
final class StaffPasswordPolicy implements PasswordPolicy {
  /** For whoever chose another one. */
  static final String SENTENCE =
      "Choose a password of 15 characters or more that contains neither the login nor the name nor"
          + " the e-mail address.";

  private static final int SHORTEST = 15;

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(
        new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());
  }
}
