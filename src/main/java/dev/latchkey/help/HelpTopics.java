package dev.latchkey.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All topics of the help centre. A new one is a line here and its texts in each language. */
public final class HelpTopics {
  /** The topic that says how to allow text messages again. */
  public static final String BLOCKED_SENDER = "blocked-sender";

  private static final List<HelpTopic> ALL =
      List.of(
          codes("no-text-message", "blocked-sender", "carrier-delay", "old-address", "offline"),
          codes("no-email", "spam-folder", "old-address", "ask-support"),
          codes("code-refused", "no-text-message", "app-code-wrong", "backup-code-error"),
          codes("app-code-wrong", "code-refused", "new-phone", "offline"),
          codes("spam-folder", "no-email", "old-address"),
          codes(BLOCKED_SENDER, "no-text-message", "carrier-delay"),
          codes("carrier-delay", "no-text-message", "blocked-sender"),
          codes("old-address", "changed-number", "ask-support"),
          codes("offline", "no-text-message", "using-backup-codes"),
          of(
              "forgot-password",
              HelpCategory.PASSWORD,
              HelpAction.RECOVER,
              "no-text-message",
              "no-email",
              "security-hold"),
          of(
              "temporary-passwords",
              HelpCategory.PASSWORD,
              HelpAction.TEMPORARY_PASSWORDS,
              "using-backup-codes"),
          of(
              "lost-phone-backup-code",
              HelpCategory.PHONE,
              HelpAction.SIGN_IN,
              "using-backup-codes",
              "new-phone",
              "lost-phone"),
          of(
              "lost-phone",
              HelpCategory.PHONE,
              HelpAction.SIGN_IN,
              "lost-phone-backup-code",
              "lost-phone-signed-in",
              "security-hold",
              "ask-support"),
          of(
              "lost-phone-signed-in",
              HelpCategory.PHONE,
              HelpAction.ADDRESSES,
              "lost-phone",
              "new-phone",
              "cannot-sign-in-on-phone"),
          of(
              "new-phone",
              HelpCategory.PHONE,
              HelpAction.APP,
              "lost-phone-backup-code",
              "changed-number"),
          of(
              "changed-number",
              HelpCategory.PHONE,
              HelpAction.ADDRESSES,
              "old-address",
              "blocked-sender",
              "new-phone"),
          of(
              "no-login-request",
              HelpCategory.DEVICES,
              HelpAction.RECOVER,
              "approve-login-request",
              "no-text-message",
              "cannot-sign-in-on-phone"),
          of(
              "approve-login-request",
              HelpCategory.DEVICES,
              HelpAction.LOGIN_REQUESTS,
              "no-login-request",
              "not-me"),
          of(
              "cannot-sign-in-on-phone",
              HelpCategory.DEVICES,
              HelpAction.SIGN_IN,
              "no-login-request",
              "lost-phone-signed-in"),
          of(
              "using-backup-codes",
              HelpCategory.BACKUP_CODES,
              HelpAction.BACKUP_CODES,
              "backup-code-error",
              "lost-backup-codes"),
          of(
              "backup-code-error",
              HelpCategory.BACKUP_CODES,
              HelpAction.RECOVER,
              "using-backup-codes",
              "lost-backup-codes"),
          of(
              "lost-backup-codes",
              HelpCategory.BACKUP_CODES,
              HelpAction.BACKUP_CODES,
              "lost-phone",
              "using-backup-codes"),
          of(
              "lost-everything",
              HelpCategory.SUPPORT,
              HelpAction.RECOVER_SECOND_FACTOR,
              "ask-support",
              "lost-phone",
              "security-hold"),
          of(
              "ask-support",
              HelpCategory.SUPPORT,
              HelpAction.RECOVER,
              "security-hold",
              "never-share-codes"),
          of("security-hold", HelpCategory.SUPPORT, HelpAction.RECOVER, "ask-support", "not-me"),
          of(
              "not-me",
              HelpCategory.SUPPORT,
              HelpAction.ACTIVITY,
              "never-share-codes",
              "security-hold"),
          of(
              "never-share-codes",
              HelpCategory.SUPPORT,
              HelpAction.ACTIVITY,
              "not-me",
              "ask-support"));

  /** Where a step may lie on two channels, the key holds the channel too. */
  private static final Map<String, String> OF_STEPS =
      Map.ofEntries(
          Map.entry("sending-code.text-message", "no-text-message"),
          Map.entry("enter-code.text-message", "no-text-message"),
          Map.entry("wait-for-send.text-message", "no-text-message"),
          Map.entry("sending-code", "no-email"),
          Map.entry("enter-code", "no-email"),
          Map.entry("wait-for-send", "no-email"),
          Map.entry("enter-backup-code", "backup-code-error"),
          Map.entry("enter-app-code", "app-code-wrong"),
          Map.entry("await-approval", "no-login-request"),
          Map.entry("no-way-left", "lost-phone"),
          Map.entry("describe-situation", "ask-support"),
          Map.entry("await-review", "ask-support"),
          Map.entry("answer-support", "ask-support"),
          Map.entry("hold", "security-hold"));

  private HelpTopics() {}

  /** All of them, in the order in which they are shown. */
  public static List<HelpTopic> all() {
    return ALL;
  }

  /** The topic with this key, or empty. */
  public static Optional<HelpTopic> find(String key) {
    return ALL.stream().filter(topic -> topic.key().equals(key)).findFirst();
  }

  /**
   * Key of the topic that helps at a step.
   *
   * @param step as the diagram names it; those that analysts invent get the first help of all
   * @param channel of the code in progress; of no meaning at steps without one
   */
  public static String ofStep(String step, String channel) {
    String general = OF_STEPS.getOrDefault(step, "forgot-password");
    return OF_STEPS.getOrDefault(step + "." + channel, general);
  }

  private static HelpTopic codes(String key, String... related) {
    return of(key, HelpCategory.CODES, HelpAction.RECOVER, related);
  }

  private static HelpTopic of(
      String key, HelpCategory category, HelpAction action, String... related) {
    return new HelpTopic(key, category, action, List.of(related));
  }
}
