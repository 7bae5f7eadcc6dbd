package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.help.Advice.Certainty;
import dev.latchkey.help.AdviceTable.Row;
import dev.latchkey.help.AdviceTable.Situation;
import dev.latchkey.proof.Way;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks every cause of a code that does not come, and holds the table against its texts. */
class DeliveryAdviceTests {
  private static final AdviceTableOnPaper TABLE = new AdviceTableOnPaper();
  private static final List<String> CHANNELS =
      List.of("text-message", "email", "contact", "authenticator-app");
  private static final List<String> RECEIPTS =
      List.of("none", "queued", "overdue", "sent", "delivered", "expired");
  private static final List<String> PROVIDER_CAUSES =
      List.of(
          "opted-out",
          "blocked",
          "filtered",
          "invalid-number",
          "unknown-number",
          "no-mobile-number",
          "unreachable",
          "carrier-failure",
          "region-not-allowed",
          "provider-refused",
          "unknown-address",
          "mailbox-full",
          "none");
  private static final List<String> SYMPTOMS =
      List.of(
          "none",
          "old-number-or-address",
          "blocked-or-opted-out",
          "carrier",
          "service",
          "spam-folder",
          "uses-app",
          "phone-offline");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  private static Situation usual(String channel, String symptom) {
    return new Situation(channel, "none", "none", false, false, false, "good", symptom);
  }

  private static Situation reported(String channel, String receipt, String cause) {
    return new Situation(channel, receipt, cause, false, false, false, "good", "none");
  }

  /** What the table says of each situation that can differ in what it says. */
  private static Stream<Situation> situations() {
    return CHANNELS.stream()
        .flatMap(
            channel ->
                Stream.of(
                        SYMPTOMS.stream().map(symptom -> usual(channel, symptom)),
                        RECEIPTS.stream().map(receipt -> reported(channel, receipt, "none")),
                        PROVIDER_CAUSES.stream()
                            .map(cause -> reported(channel, "undelivered", cause)),
                        Stream.of("slow", "down")
                            .map(
                                health ->
                                    new Situation(
                                        channel, "sent", "none", true, true, true, health,
                                        "service")))
                    .flatMap(each -> each));
  }

  @Test
  void table_isNamedAsItsFile_isForgottenInTime_andTellsAllRowsInOrder() {
    DmnModelInstance model = model();
    Decision decision = only(model.getModelElementsByType(Decision.class));
    assertThat(decision.getId()).isEqualTo(AdviceRows.DECISION);
    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P30D");
    assertThat(only(model.getModelElementsByType(DecisionTable.class)).getHitPolicy())
        .isEqualTo(HitPolicy.RULE_ORDER);
  }

  @Test
  void T1_tableIsAsked_aboutNothingThatTellsOfAnAccount() {
    assertThat(model().getModelElementsByType(Input.class))
        .extracting(input -> input.getInputExpression().getText().getTextContent())
        .containsExactly(
            "channel",
            "receipt",
            "providerCause",
            "limited",
            "clockOff",
            "announced",
            "health",
            "symptom")
        .containsExactlyInAnyOrderElementsOf(AdviceRows.variables(usual("email", "none")).keySet());
  }

  @Test
  void eachRow_saysWhatItIsFor_andHasItsIds() {
    for (Rule rule : model().getModelElementsByType(Rule.class)) {
      assertThat(rule.getDescription().getTextContent())
          .as(rule.getId())
          .matches("(B[1-7]: |Too many codes).+");
    }
  }

  @Test
  void eachCell_namesOnlyValuesThatItsColumnAllows() {
    DecisionTable table = only(model().getModelElementsByType(DecisionTable.class));
    List<Input> inputs = List.copyOf(table.getInputs());
    for (Rule rule : table.getRules()) {
      List<InputEntry> cells = List.copyOf(rule.getInputEntries());
      for (int column = 0; column < inputs.size(); column++) {
        if (inputs.get(column).getInputValues() != null) {
          assertThat(literals(inputs.get(column).getInputValues().getTextContent()))
              .as("%s of %s", inputs.get(column).getLabel(), rule.getId())
              .containsAll(literals(cells.get(column).getTextContent()));
        }
      }
    }
  }

  @Test
  void eachRow_countsInSomeSituation() {
    Set<Row> met = situations().flatMap(s -> TABLE.rows(s).stream()).collect(Collectors.toSet());
    Set<String> texts =
        model().getModelElementsByType(OutputEntry.class).stream()
            .filter(cell -> cell.getId().endsWith("_textOut"))
            .flatMap(cell -> literals(cell.getTextContent()).stream())
            .collect(Collectors.toSet());
    assertThat(met.stream().map(Row::text).collect(Collectors.toSet())).isEqualTo(texts);
  }

  @Test
  void whatIsKnown_comesFirst_thenWhatWasSaid_thenQuestions() {
    assertThat(situations().map(TABLE::rows))
        .allSatisfy(rows -> assertThat(rows).extracting(Row::certainty).isSorted().isNotEmpty());
  }

  @Test
  void eachQuestion_hasAnAnswer_ofItsOwnCause() {
    for (String channel : CHANNELS) {
      for (Row question : rows(usual(channel, "none"), Certainty.ASKED)) {
        if (channel.equals("contact") && question.cause().equals("B6")) {
          continue;
        }
        assertThat(rows(usual(channel, question.tick()), Certainty.SAID))
            .as("%s by %s", question.tick(), channel)
            .singleElement()
            .satisfies(said -> assertThat(said.cause()).isEqualTo(question.cause()))
            .satisfies(said -> assertThat(said.tick()).isEqualTo(question.tick()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text-message", "email"})
  void eachOfTheSevenCauses_isAskedOrKnown(String channel) {
    assertThat(TABLE.rows(usual(channel, "none")))
        .extracting(Row::cause)
        .containsExactlyInAnyOrder("B1", "B2", "B3", "B4", "B5", "B6", "B7");
  }

  @Test
  void eachWayOn_isOneThatAProcessCanOffer() {
    Set<String> ways =
        Stream.concat(
                Arrays.stream(Way.values()).map(Way::key), Stream.of("wait", "resend", "leave"))
            .collect(Collectors.toSet());
    assertThat(situations().flatMap(s -> TABLE.rows(s).stream()))
        .allSatisfy(row -> assertThat(ways).containsAll(row.nextWays()))
        .filteredOn(row -> row.certainty() != Certainty.ASKED)
        .allSatisfy(row -> assertThat(row.nextWays()).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "B1_unknownNumber,      text-message, unknown-number,     B1, number-unknown,     email",
    "B1_invalidNumber,      text-message, invalid-number,     B1, number-unknown,     email",
    "B1_landline,           text-message, no-mobile-number,   B1, number-no-mobile,   email",
    "B1_unreachable,        text-message, unreachable,        B1, number-unreachable, email",
    "B1_unknownAddress,     email,        unknown-address,    B1, address-unknown,    text-message",
    "B1_mailboxFull,        email,        mailbox-full,       B1, mailbox-full,       text-message",
    "B2_optedOut,           text-message, opted-out,          B2, opted-out,          email",
    "B2_blocked,            text-message, blocked,            B2, text-blocked,       email",
    "B2_filtered,           text-message, filtered,           B2, text-blocked,       email",
    "B2_mailFiltered,       email,        filtered,           B2, mail-blocked,       text-message",
    "B3_carrierFailure,     text-message, carrier-failure,    B3, carrier-lost,       email",
    "B4_providerRefused,    text-message, provider-refused,   B4, text-refused,       email",
    "B4_regionNotAllowed,   text-message, region-not-allowed, B4, text-refused,       email",
    "B4_mailRefused,        email,        provider-refused,   B4, mail-refused,       text-message",
    "B4_causeOfTomorrow,    text-message, brand-new,          B4, text-refused,       email",
    "B4_mailCauseOfTomorrow, email,       brand-new,          B4, mail-refused,       text-message"
  })
  void undelivered_isAKnownCause(
      String name, String channel, String reported, String cause, String text, String way) {
    assertThat(rows(reported(channel, "undelivered", reported), Certainty.KNOWN))
        .singleElement()
        .satisfies(row -> assertThat(row.cause()).as(name).isEqualTo(cause))
        .satisfies(row -> assertThat(row.text()).isEqualTo(text))
        .satisfies(row -> assertThat(row.since()).isEqualTo("receipt"))
        .satisfies(row -> assertThat(row.nextWays()).startsWith(way));
  }

  @ParameterizedTest
  @CsvSource({
    "text-message, overdue,   B4, text-waiting,   sent",
    "email,        overdue,   B4, mail-waiting,   sent",
    "text-message, delivered, B5, text-delivered, receipt",
    "email,        delivered, B5, mail-delivered, receipt",
    "contact,      delivered, B5, mail-delivered, receipt"
  })
  void otherReceipts_areKnownCausesToo(
      String channel, String receipt, String cause, String text, String since) {
    assertThat(rows(reported(channel, receipt, "none"), Certainty.KNOWN))
        .singleElement()
        .satisfies(row -> assertThat(row.cause()).isEqualTo(cause))
        .satisfies(row -> assertThat(row.text()).isEqualTo(text))
        .satisfies(row -> assertThat(row.since()).isEqualTo(since));
  }

  @ParameterizedTest
  @CsvSource({
    "text-message, false, slow, B3, text-slow",
    "email,        false, slow, B3, mail-slow",
    "text-message, false, down, B4, text-down",
    "email,        false, down, B4, mail-down",
    "text-message, true,  good, B3, text-announced",
    "contact,      true,  good, B3, mail-announced"
  })
  void B3_B4_troubleWithAChannel_isKnown(
      String channel, boolean announced, String health, String cause, String text) {
    Situation trouble =
        new Situation(channel, "sent", "none", false, false, announced, health, "none");
    assertThat(rows(trouble, Certainty.KNOWN))
        .singleElement()
        .satisfies(row -> assertThat(row.cause()).isEqualTo(cause))
        .satisfies(row -> assertThat(row.text()).isEqualTo(text))
        .satisfies(row -> assertThat(row.since()).isEqualTo("status"))
        .satisfies(row -> assertThat(row.nextWays()).endsWith("wait"));
  }

  @Test
  void limit_isKnown_andLeadsToAWayThatSendsNothing() {
    Situation limited = new Situation("email", "none", "none", true, false, false, "good", "none");
    assertThat(rows(limited, Certainty.KNOWN))
        .singleElement()
        .satisfies(row -> assertThat(row.text()).isEqualTo("limit"))
        .satisfies(row -> assertThat(row.nextWays()).doesNotContain("email", "text-message"));
  }

  @Test
  void B6_app_showsItsCodeByItself_andItsClockIsToldFirst() {
    assertThat(rows(usual("authenticator-app", "none"), Certainty.KNOWN))
        .extracting(Row::text)
        .containsExactly("app-shows-code");
    Situation off =
        new Situation("authenticator-app", "none", "none", false, true, false, "good", "none");
    assertThat(rows(off, Certainty.KNOWN))
        .extracting(Row::text)
        .containsExactly("clock-off", "app-shows-code");
  }

  @ParameterizedTest
  @CsvSource({
    "text-message,      old-number-or-address, B1, email",
    "email,             old-number-or-address, B1, text-message",
    "text-message,      blocked-or-opted-out,  B2, email",
    "email,             blocked-or-opted-out,  B2, resend",
    "text-message,      carrier,               B3, wait",
    "email,             carrier,               B3, wait",
    "text-message,      service,               B4, email",
    "email,             service,               B4, text-message",
    "text-message,      spam-folder,           B5, email",
    "email,             spam-folder,           B5, resend",
    "text-message,      uses-app,              B6, authenticator-app",
    "email,             uses-app,              B6, authenticator-app",
    "text-message,      phone-offline,         B7, authenticator-app",
    "email,             phone-offline,         B7, authenticator-app",
    "authenticator-app, phone-offline,         B7, backup-code"
  })
  void ticked_isThatCause_withItsBestWay(String channel, String symptom, String cause, String way) {
    assertThat(rows(usual(channel, symptom), Certainty.SAID))
        .singleElement()
        .satisfies(row -> assertThat(row.cause()).isEqualTo(cause))
        .satisfies(row -> assertThat(row.nextWays()).startsWith(way));
  }

  @Test
  void B7_offline_leadsToWhatWorksWithoutSignal() {
    assertThat(rows(usual("text-message", "phone-offline"), Certainty.SAID).get(0).nextWays())
        .startsWith("authenticator-app", "backup-code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_ja", "_mr"})
  void H_everyTextAndStepOfTheTable_existsInEachLanguage(String language) throws IOException {
    Properties texts = texts(language);
    Set<String> wanted = new TreeSet<>();
    situations().flatMap(s -> TABLE.rows(s).stream()).forEach(row -> wanted.addAll(keys(row)));
    assertThat(texts.stringPropertyNames()).containsAll(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_ja", "_mr"})
  void H_eachLanguage_hasTheSameTexts_linesAndPlaces_inItsOwnScript(String language)
      throws IOException {
    Properties english = texts("");
    Properties other = texts(language);
    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      String text = other.getProperty(key);
      assertThat(text.lines().count())
          .as("lines of %s", key)
          .isEqualTo(english.getProperty(key).lines().count());
      for (String place : List.of("{0}", "{1}")) {
        assertThat(text.contains(place))
            .as("%s in %s", place, key)
            .isEqualTo(english.getProperty(key).contains(place));
      }
      assertThat(text).as(key).isNotEqualTo(english.getProperty(key)).doesNotContain("'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_ja", "_mr"})
  void noText_isNeededByNobody(String language) throws IOException {
    Set<String> told = new LinkedHashSet<>();
    situations().flatMap(s -> TABLE.rows(s).stream()).forEach(row -> told.addAll(keys(row)));
    Predicate<String> ofTheTable =
        key -> key.startsWith("advice.text.") || key.startsWith("advice.guide.");
    assertThat(texts(language).stringPropertyNames())
        .filteredOn(ofTheTable.and(key -> !key.endsWith(".since")))
        .isSubsetOf(told);
  }

  private static Set<String> keys(Row row) {
    Set<String> keys = new TreeSet<>();
    keys.add("advice.text." + row.text());
    if (row.certainty() != Certainty.ASKED) {
      keys.add("advice.text." + row.text() + ".more");
    }
    for (String guide : row.guides()) {
      keys.add("advice.guide." + guide);
      keys.add("advice.guide." + guide + ".steps");
      if (guide.equals("opt-in")) {
        List.of("then", "number", "number-from", "number-elsewhere")
            .forEach(more -> keys.add("advice.guide.opt-in." + more));
      }
    }
    return keys;
  }

  private static List<Row> rows(Situation situation, Certainty certainty) {
    return TABLE.rows(situation).stream().filter(row -> row.certainty() == certainty).toList();
  }

  private static DmnModelInstance model() {
    return Dmn.readModelFromFile(Diagram.PROCESSES.resolve(AdviceRows.DECISION + ".dmn").toFile());
  }

  private static <T> T only(Collection<T> all) {
    assertThat(all).hasSize(1);
    return all.iterator().next();
  }

  private static Set<String> literals(String cell) {
    return LITERAL.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    Path file = Path.of("src/main/resources/advice" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }
}
