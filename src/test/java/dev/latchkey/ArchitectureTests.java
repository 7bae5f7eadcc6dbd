package dev.latchkey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.operation.NodeClock;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may import whom, and what nobody may call. */
class ArchitectureTests {
  private static final String ROOT = "dev.latchkey.";
  private static final String[] FEATURES = {
    "recovery",
    "proof",
    "messaging",
    "directory",
    "review",
    "help",
    "flow",
    "account",
    "audit",
    "secret",
    "process",
    "web",
    "api",
    "security",
    "command"
  };
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.latchkey");

  @Test
  void leaves_importNoFeatureAndNotEachOther() {
    for (String leaf : new String[] {"proof", "messaging", "directory", "audit"}) {
      only(leaf, "secret");
    }
    only("secret");
  }

  @Test
  void language_knowsNoFeature_andAloneKnowsIcu() {
    only("language");
    reserved("com.ibm.icu..", "language");
  }

  /** What anybody may ask: whether the database can be worked with. */
  @Test
  void operation_knowsNoFeature() {
    only("operation");
  }

  /** How rows go after their time, whichever feature they belong to. */
  @Test
  void retention_knowsNoFeature() {
    only("retention");
  }

  @Test
  void recoveryReviewAndAccount_importLeavesAlone() {
    for (String feature : new String[] {"recovery", "review", "account"}) {
      only(feature, "proof", "directory", "audit", "secret");
    }
  }

  @Test
  void help_tellsWhatBecameOfMessages() {
    only("help", "messaging", "proof", "directory", "audit", "secret");
  }

  /** What pages for analysts show of the engine's versions, without knowing the engine. */
  @Test
  void flow_knowsNoFeature() {
    only("flow");
  }

  @Test
  void pagesAndApi_useFeaturesNotTheEngine() {
    only("web", "recovery", "review", "help", "flow", "account", "proof", "directory");
    only("api", "recovery", "review", "help", "account", "proof", "directory");
  }

  @Test
  void process_knowsTheDomainAndNoFaces() {
    only(
        "process",
        "recovery",
        "proof",
        "messaging",
        "directory",
        "review",
        "help",
        "flow",
        "account",
        "audit",
        "secret");
  }

  @Test
  void security_knowsWhatTheStartBoxShows_andTheLogOfWhatItRefused() {
    only("security", "account", "directory", "audit");
  }

  @Test
  void command_readsWhatThereIsOfACase() {
    only("command", "recovery", "proof", "messaging", "review", "audit", "secret");
  }

  @Test
  void camunda_isUsedInProcessAndSecurityAlone() {
    reserved("org.camunda..", "process", "security");
  }

  @Test
  void twilio_isUsedInItsPackageAlone() {
    reserved("com.twilio..", "messaging.twilio");
  }

  @Test
  void jakartaMail_isUsedInItsPackageAlone() {
    reserved("jakarta.mail..", "messaging.smtp");
    reserved("org.eclipse.angus.mail..", "messaging.smtp");
  }

  @Test
  void nobody_asksTheTimeWithoutTheClock() {
    noClasses()
        .that()
        // It compares the machine's clock with the database's
        .doNotHaveFullyQualifiedName(NodeClock.class.getName())
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "now() without a Clock", call -> asksTime(call) && !givesClock(call)))
        .because("a moved engine clock must move everything")
        .check(CLASSES);
  }

  @Test
  void nobody_injectsFields() {
    noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
  }

  @Test
  void nobody_printsToTheConsole_butTheCommandLine() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + "LatchkeyApplication")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void controllers_areHidden() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .bePackagePrivate()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static boolean asksTime(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getName();
    return owner.equals("java.lang.System")
        ? method.equals("currentTimeMillis")
        : owner.startsWith("java.time.") && Set.of("now", "systemUTC").contains(method);
  }

  private static boolean givesClock(JavaMethodCall call) {
    return call.getTarget().getRawParameterTypes().stream()
        .anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
  }

  private static void only(String feature, String... allowed) {
    String[] others =
        Arrays.stream(FEATURES)
            .filter(other -> !other.equals(feature) && !Arrays.asList(allowed).contains(other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + feature + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static void reserved(String library, String... homes) {
    DescribedPredicate<JavaClass> outside =
        DescribedPredicate.describe(
            "reside outside " + String.join(", ", homes),
            type ->
                Arrays.stream(homes)
                    .map(home -> ROOT + home)
                    .noneMatch(
                        home ->
                            type.getPackageName().equals(home)
                                || type.getPackageName().startsWith(home + ".")));
    noClasses()
        .that(outside)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
