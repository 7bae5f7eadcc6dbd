package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.form.FieldType;
import dev.latchkey.recovery.form.FormFault;
import dev.latchkey.recovery.form.FormPart;
import dev.latchkey.recovery.form.Limits;
import dev.latchkey.recovery.form.LocalText;
import dev.latchkey.recovery.form.StepForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Steps of an analyst's own without scripts (G3). */
class OwnStepPageTests extends PageTestBase {
  private static final String PAGE = "/recovery/own-step";
  private static final RecoveryView VIEW = Situations.ownStep();

  @Autowired private OwnSteps steps;

  @BeforeEach
  void anAnalystAsks() {
    service.show(VIEW);
  }

  @AfterEach
  void asBefore() {
    OwnStepMocks.asks(steps, OwnStepMocks.example());
  }

  private static ResultActions holds(ResultActions page, String... texts) throws Exception {
    for (String text : texts) {
      page.andExpect(content().string(containsString(text)));
    }
    return page;
  }

  @Test
  void G3_page_asksWhatTheFormAsks() throws Exception {
    holds(
        open("/recovery").andExpect(status().isOk()),
        "Answer a security question</h1>",
        "action=\"/recovery/own-step\"",
        "Name of your first pet",
        "<input type=\"text\" id=\"own_petName\"",
        "aria-describedby=\"own_petName-hint\"",
        "<option value=\"cat\">A cat</option>",
        "<input type=\"date\"",
        "<input type=\"radio\" name=\"own_toldOthers\" value=\"yes\"",
        "<input type=\"checkbox\" id=\"own_sure\"",
        "inputmode=\"decimal\"");
  }

  @Test
  void H_labels_areInTheReadersLanguage_othersSayThatTheyAreEnglish() throws Exception {
    LocalText english = new LocalText("Answer a question", Map.of());
    OwnStepMocks.asks(steps, english, OwnStepMocks.example());
    holds(
        mvc.perform(get("/recovery").cookie(cookie()).header("Accept-Language", "mr")),
        "lang=\"en\">Answer a question</h1>",
        "तुमच्या पहिल्या पाळीव प्राण्याचे नाव",
        "पुढे जा");
    OwnStepMocks.asks(steps, OwnStepMocks.example());
    holds(
        mvc.perform(get("/recovery").cookie(cookie()).header("Accept-Language", "ja")),
        "tabindex=\"-1\">秘密の質問に答える</h1>",
        "最初に飼ったペットの名前");
  }

  @Test
  void T15_wordsOfAnalysts_areShownAsText() throws Exception {
    LocalText evil = new LocalText("<script>alert(1)</script> \"'><b>x</b>", Map.of());
    Limits limits = new Limits(false, 0, 100, null, null, null, null);
    OwnStepMocks.asks(
        steps,
        new StepForm(
            List.of(
                new FormPart(FieldType.WORDS, "", evil, evil, limits, List.of(), null, ""),
                new FormPart(
                    FieldType.TEXT_LINE, "a", evil, evil, limits, List.of(), null, "\"><i>"))));
    open("/recovery")
        .andExpect(content().string(not(containsString("<script>alert"))))
        .andExpect(content().string(not(containsString("<b>x"))))
        .andExpect(content().string(not(containsString("<i>"))));
  }

  @Test
  void G3_whatIsTyped_reachesTheService() throws Exception {
    submit(PAGE, "step", "5", "own_petName", "Mochi", "own_petAge", "१२", "own_sure", "true")
        .andExpect(redirectedUrl("/recovery"));
    assertThat(service.changes())
        .containsExactly(
            new Answer.OwnForm(Map.of("petName", "Mochi", "petAge", "१२", "sure", "true")));
  }

  @Test
  void G3_whatCannotBeUsed_isSaidBesideItsField_andNothingIsLost() throws Exception {
    service.answerWith(
        new AnswerResult.UnusableForm(
            List.of(
                new FormFault("petAge", "too-large", "40"),
                new FormFault("toldOthers", "required", null),
                new FormFault("sure", "required", null)),
            VIEW));
    holds(
        submit(PAGE, "step", "5", "own_petName", "<b>Mochi", "own_petAge", "99")
            .andExpect(status().isUnprocessableEntity()),
        "<title>Problem: ",
        "role=\"alert\"",
        "value=\"&lt;b&gt;Mochi\"",
        "id=\"own_petAge-problem\" class=\"problem\">Please write a number that is 40 or less.",
        "aria-invalid=\"true\" aria-describedby=\"own_petAge-problem\"",
        "Please choose one.",
        "Please tick this box to go on.");
  }

  @Test
  void T4_aStepThatIsOver_isNotTaken() throws Exception {
    submit(PAGE, "step", "4", "own_petName", "Mochi").andExpect(redirectedUrl("/recovery?moved=1"));
    open(PAGE).andExpect(redirectedUrl("/recovery"));
  }

  @Test
  void T6_T10_twiceTheSameField_orAForeignForm_isRefused() throws Exception {
    mvc.perform(form(PAGE, "step", "5").param("own_petName", "a", "b"))
        .andExpect(status().isBadRequest());
    mvc.perform(post(PAGE).cookie(cookie()).param("step", "5").param("own_petName", "a"))
        .andExpect(status().isForbidden());
    assertThat(service.changes()).isEmpty();
  }
}
