package dev.latchkey.web;

import dev.latchkey.directory.PasswordRule;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Texts whose key is only known at run time. Diagrams and later code may bring keys without a text;
 * a general one stands in, never the bare key.
 */
@Component
class PageTexts {
  private final MessageSource messages;

  PageTexts(MessageSource messages) {
    this.messages = messages;
  }

  /** The text of the first key that has one; the last key must have one. */
  String first(Locale locale, Object[] arguments, String... keys) {
    return messages.getMessage(new DefaultMessageSourceResolvable(keys, arguments), locale);
  }

  /** What happened last, or null if there is nothing to say. */
  String notice(Locale locale, String notice, String step) {
    return notice == null
        ? null
        : first(locale, null, "notice." + notice + "." + step, "notice." + notice, "notice.other");
  }

  /** Why an input cannot be used. */
  String problem(Locale locale, String field, String problem, Object... arguments) {
    String[] keys =
        Stream.of("problem." + field + "." + problem, "problem." + problem, "problem.other")
            .toArray(String[]::new);
    return first(locale, arguments, keys);
  }

  /** Why a new password cannot be used, beside the field to put right. */
  FieldProblem weakPassword(Locale locale, PasswordRule rule, int limit) {
    String key = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String field = rule == PasswordRule.NOT_REPEATED ? "repeated" : "password";
    return new FieldProblem(field, problem(locale, "password", key, limit));
  }
}
