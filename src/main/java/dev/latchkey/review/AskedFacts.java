package dev.latchkey.review;

import dev.latchkey.Misconfigured;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.language.Languages;
import dev.latchkey.language.PlainText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The facts that people are asked for, as this installation wants it. All may be left out: who does
 * not remember says nothing, and support weighs what there is.
 */
@Component
public class AskedFacts {
  private static final int LONGEST = 200;
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

  private final List<Fact> asked;
  private final IdentifierParser identifiers;
  private final Clock clock;

  AskedFacts(ReviewProperties settings, IdentifierParser identifiers, Clock clock) {
    this.asked = settings.facts().stream().map(AskedFacts::fact).distinct().toList();
    this.identifiers = identifiers;
    this.clock = clock;
  }

  private static Fact fact(String key) {
    return Fact.ofKey(key)
        .orElseThrow(
            () ->
                new Misconfigured(
                    "latchkey.review.facts: '" + key + "' is nothing that people can be asked",
                    "Choose some of "
                        + Arrays.stream(Fact.values())
                            .map(Fact::key)
                            .collect(Collectors.joining(", "))));
  }

  /** The facts in the order in which they are asked; may be none. */
  public List<Fact> list() {
    return asked;
  }

  /**
   * What a person says about them.
   *
   * @param facts in the form in which they are kept, without those left out; empty with a problem
   * @param field key of the fact that cannot be used, or null
   * @param problem what is wrong with it, or null
   */
  public record Judged(Map<String, String> facts, String field, String problem) {}

  /**
   * Judges what a person says; the first answer that cannot be used is the problem.
   *
   * @param given by the facts' keys; nothing or blanks for what they do not know
   */
  public Judged judge(Map<String, String> given) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String key : given.keySet()) {
      if (asked.stream().noneMatch(fact -> fact.key().equals(key))) {
        return new Judged(Map.of(), key, "not-asked");
      }
    }
    for (Fact fact : asked) {
      String answer = given.getOrDefault(fact.key(), "").strip();
      if (!answer.isEmpty()) {
        Optional<String> read = read(fact.form(), answer);
        if (read.isEmpty()) {
          return new Judged(Map.of(), fact.key(), "unusable");
        }
        kept.put(fact.key(), read.get());
      }
    }
    return new Judged(kept, null, null);
  }

  private Optional<String> read(Fact.Form form, String answer) {
    if (answer.length() > LONGEST) {
      return Optional.empty();
    }
    return switch (form) {
      case PERIOD -> Periods.read(answer).filter(this::begun);
      case TEXT -> Optional.of(PlainText.of(answer)).filter(text -> !text.isEmpty());
      case ADDRESS ->
          identifiers
              .parse(answer)
              .filter(read -> read.kind() != IdentifierKind.USER_NAME)
              .map(Identifier::canonical);
      case REGION -> Optional.of(answer.toUpperCase(Locale.ROOT)).filter(REGIONS::contains);
      case LANGUAGE ->
          Optional.of(answer)
              .filter(tag -> Languages.all().stream().anyMatch(l -> l.toLanguageTag().equals(tag)));
    };
  }

  /** Not in the future, wherever on earth the person is. */
  private boolean begun(String period) {
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    return !Periods.begin(period).isAfter(tomorrow);
  }
}
