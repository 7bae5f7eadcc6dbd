package dev.latchkey.process;

import dev.latchkey.messaging.Keyword;
import dev.latchkey.messaging.LimitVerdict;
import dev.latchkey.process.guard.Vocabulary;
import dev.latchkey.process.guard.Vocabulary.Cell;
import dev.latchkey.process.guard.Vocabulary.Contract;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.RecoveryMessage;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * What diagrams can name, read from the classes themselves without starting anything: the beans
 * that the running engine allows and those that the guard knows are the same.
 */
final class BuildingBlocks {
  private static final String HERE = BuildingBlocks.class.getPackageName();

  private BuildingBlocks() {}

  /** Names of all beans that a diagram can name. */
  static Set<String> beans() {
    return Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
        .flatMap(type -> beans(type).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Components of this package alone, by the names that Spring gives them. */
  private static Set<String> beans(Class<?> type) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    TypeFilter component = new AnnotationTypeFilter(Component.class);
    TypeFilter ofType = new AssignableTypeFilter(type);
    scanner.addIncludeFilter(
        (found, all) -> component.match(found, all) && ofType.match(found, all));
    return scanner.findCandidateComponents(HERE).stream()
        .map(bean -> bean.getBeanClassName())
        .filter(name -> ClassUtils.getPackageName(name).equals(HERE))
        .map(name -> StringUtils.uncapitalize(ClassUtils.getShortName(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Vocabulary vocabulary() {
    return new Vocabulary(
        beans(JavaDelegate.class),
        beans(ExecutionListener.class),
        beans(TaskListener.class),
        variables(),
        answers(),
        messages(),
        decisions());
  }

  /** A filled form is no message: it ends a task. */
  private static Set<String> messages() {
    return Arrays.stream(RecoveryMessage.values())
        .filter(message -> message != RecoveryMessage.FORM_FILLED)
        .map(RecoveryMessage::messageName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> variables() {
    return Stream.of(RecoveryVariables.class, CarrierOptInVariables.class)
        .flatMap(names -> Arrays.stream(names.getDeclaredFields()))
        .filter(field -> field.getType() == String.class)
        .map(BuildingBlocks::constant)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String constant(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Set<String>> answers() {
    return Map.of(
        RecoveryVariables.WAY, words(Way.values(), Way::key),
        RecoveryVariables.PURPOSE, words(CasePurpose.values(), CasePurpose::key),
        RecoveryVariables.CHECK_OUTCOME, CheckOutcomes.words(),
        RecoveryVariables.SEND_DECISION,
            words(LimitVerdict.Decision.values(), d -> d.name().toLowerCase(Locale.ROOT)),
        CarrierOptInVariables.KEYWORD, words(Keyword.values(), Keyword::key));
  }

  private static Map<String, Contract> decisions() {
    Set<String> ways = words(Way.values(), Way::key);
    return Map.of(
        "RecoveryPlan",
        new Contract(
            Set.of(
                RecoveryVariables.IDENTIFIER_KIND,
                RecoveryVariables.ACCOUNT_KIND,
                RecoveryVariables.PURPOSE,
                RecoveryVariables.SECOND_FACTOR,
                RecoveryVariables.TEXT_MESSAGE_HEALTH,
                RecoveryVariables.EMAIL_HEALTH),
            List.of("UNIQUE", "FIRST"),
            Map.of(
                RecoveryVariables.WAY_ORDER, Cell.WAYS,
                RecoveryVariables.HOLD_AFTER_REVIEW, Cell.DURATION,
                RecoveryVariables.HOLD_OTHERWISE, Cell.DURATION,
                RecoveryVariables.HOLD_WITH_STRONGER_PROOF, Cell.DURATION),
            ways),
        "ReviewPolicy",
        new Contract(
            Set.of(
                RecoveryVariables.ACCOUNT_KIND,
                RecoveryVariables.SECOND_FACTOR,
                RecoveryVariables.RISK),
            List.of("UNIQUE", "FIRST"),
            Map.of(
                RecoveryVariables.REVIEWERS, Cell.TEXT,
                RecoveryVariables.HOLD_WITH_STRONGER_PROOF, Cell.DURATION),
            ways),
        AdviceRows.DECISION,
        new Contract(
            AdviceRows.INPUTS,
            List.of("RULE ORDER"),
            AdviceRows.OUTPUTS.stream().collect(Collectors.toMap(name -> name, name -> Cell.TEXT)),
            ways));
  }

  private static <T> Set<String> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.toUnmodifiableSet());
  }
}
