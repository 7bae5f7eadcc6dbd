package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.directory.PasswordRule;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTests extends PageTestBase {

  @ParameterizedTest
  @ValueSource(strings = {"CodeEntered", "BackupCodeEntered", "AppCodeEntered"})
  void code_goesToTheMessageOfItsForm(String message) throws Exception {
    service.show(Situations.codeByTextMessage());
    submit("/recovery/code", "step", "5", "message", message, "code", "493017")
        .andExpect(redirectedUrl("/recovery"));
    assertThat(service.changes())
        .containsExactly(new Answer.Code(RecoveryMessage.ofName(message).orElseThrow(), "493017"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NotMe", "PasswordChosen", "CodeUndelivered", "nonsense"})
  void T4_code_cannotBeSentAsAnotherMessage(String message) throws Exception {
    service.show(Situations.codeByTextMessage());
    submit("/recovery/code", "step", "5", "message", message, "code", "1")
        .andExpect(status().isBadRequest());
    assertThat(service.changes()).isEmpty();
  }

  @Test
  void acceptedProof_bringsANewToken() throws Exception {
    service.show(Situations.codeByTextMessage());
    service.answerWith(new AnswerResult.Taken("new-token", Situations.choosePassword()));
    submit("/recovery/code", "step", "5", "message", "CodeEntered", "code", "493017")
        .andExpect(
            header()
                .string(
                    "Set-Cookie",
                    allOf(
                        containsString("latchkey_recovery=new-token"),
                        containsString("HttpOnly"),
                        containsString("Secure"),
                        containsString("SameSite=Lax"),
                        containsString("Path=/"),
                        containsString("Max-Age=1209600"))));
  }

  @Test
  void sameToken_isNotSentAgain() throws Exception {
    service.show(Situations.codeByTextMessage());
    submit("/recovery/resend", "step", "5").andExpect(header().doesNotExist("Set-Cookie"));
    assertThat(service.changes()).containsExactly(new Answer.Resend());
  }

  @ParameterizedTest
  @CsvSource({"email,EMAIL", "human-review,HUMAN_REVIEW", "'',"})
  void A7_anotherWay_isChosenByNameOrAsTheNextOne(String typed, Way way) throws Exception {
    service.show(Situations.codeByTextMessage());
    submit("/recovery/another-way", "step", "5", "way", typed)
        .andExpect(redirectedUrl("/recovery"));
    assertThat(service.changes()).containsExactly(new Answer.AnotherWay(way));
  }

  @Test
  void T4_answerToAnOlderStep_isSaidToBeOutOfDate() throws Exception {
    service.show(Situations.codeByTextMessage());
    submit("/recovery/resend", "step", "3").andExpect(redirectedUrl("/recovery?moved=1"));
  }

  @Test
  void A11_weakPassword_saysWhichRule_andLosesNothing() throws Exception {
    RecoveryView view = Situations.choosePassword();
    service.show(view);
    service.answerWith(new AnswerResult.WeakPassword(PasswordRule.TOO_SHORT, 15, view));
    submit("/recovery/password", "step", "5", "password", "geheim7", "repeated", "geheim7")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("at least 15 characters")))
        .andExpect(content().string(containsString("aria-invalid=\"true\"")))
        .andExpect(content().string(containsString("aria-describedby=\"password-problem\"")))
        .andExpect(content().string(containsString("action=\"/recovery/password\"")))
        .andExpect(content().string(not(containsString("geheim7"))));
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_LONG,at most 15 characters",
    "COMMON,known from a leak",
    "CONTAINS_NAME,contains your name",
    "NOT_REPEATED,The two passwords differ"
  })
  void A11_eachRule_hasItsWords(PasswordRule rule, String words) throws Exception {
    RecoveryView view = Situations.choosePassword();
    service.show(view);
    service.answerWith(new AnswerResult.WeakPassword(rule, 15, view));
    submit("/recovery/password", "step", "5", "password", "a", "repeated", "b")
        .andExpect(content().string(containsString(words)));
  }

  @Test
  void F1_statement_goesToSupportWithWhatWasLost() throws Exception {
    service.show(Situations.describe());
    submit(
            "/recovery/statement",
            "step",
            "5",
            "statement",
            "My phone was stolen.",
            "lost_phone",
            "1",
            "lost_backup_codes",
            "1",
            "last_sign_in",
            "Sunday",
            "old_address",
            " ",
            "contact",
            "me@example.org")
        .andExpect(redirectedUrl("/recovery"));
    assertThat(service.changes())
        .containsExactly(
            new Answer.Statement(
                "My phone was stolen.",
                List.of("phone", "backup-codes"),
                Map.of("last-sign-in", "Sunday"),
                "me@example.org"));
  }

  @Test
  void F3_answersToSupport_goThereByTheirQuestions() throws Exception {
    service.show(Situations.answerSupport());
    submit(
            "/recovery/support-answer",
            "step",
            "5",
            "answer_old_addresses",
            "old@example.org",
            "answer_account_since",
            "",
            "code",
            "1234 5678")
        .andExpect(redirectedUrl("/recovery"));
    assertThat(service.changes())
        .containsExactly(
            new Answer.SupportAnswer(
                Map.of("old-addresses", "old@example.org", "account-since", ""),
                "1234 5678",
                false));
  }

  @Test
  void T15_refusedAnswerToSupport_isShownAgainAsText_nextToItsField() throws Exception {
    RecoveryView view = Situations.answerSupport();
    service.show(view);
    service.answerWith(new AnswerResult.Unusable("account-since", "answer-too-long", view));
    submit(
            "/recovery/support-answer",
            "step",
            "5",
            "answer_account_since",
            "</textarea><script>alert(1)</script>${7*7} __${7*7}__")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Please keep to 1,000 characters.")))
        .andExpect(content().string(containsString("answer_account_since-problem")))
        .andExpect(content().string(containsString("&lt;script&gt;")))
        .andExpect(content().string(containsString("${7*7} __${7*7}__")))
        .andExpect(content().string(not(containsString("<script>alert"))));
  }

  @Test
  void T15_refusedStatement_isShownAgainAsText() throws Exception {
    RecoveryView view = Situations.describe();
    service.show(view);
    service.answerWith(new AnswerResult.Unusable("contact", "contact-invalid", view));
    submit(
            "/recovery/statement",
            "step",
            "5",
            "statement",
            "</textarea><script>alert(1)</script>${7*7} __${7*7}__ #{start.title}",
            "lost_phone",
            "1",
            "contact",
            "\"><b>")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("This is not an e-mail address")))
        .andExpect(content().string(containsString("&lt;script&gt;")))
        .andExpect(content().string(containsString("${7*7} __${7*7}__ #{start.title}")))
        .andExpect(content().string(not(containsString("<script>alert"))))
        .andExpect(content().string(not(containsString("\"><b>"))));
  }

  @Test
  void T6_duplicatedOrBracketedParameter_isRefusedBeforeAnythingHappens() throws Exception {
    service.show(Situations.codeByTextMessage());
    mvc.perform(form("/", "identifier", "a@example.com").param("identifier", "b@example.com"))
        .andExpect(status().isBadRequest());
    submit("/", "identifier[]", "a@example.com").andExpect(status().isBadRequest());
    mvc.perform(form("/?identifier=a@example.com", "identifier", "b@example.com"))
        .andExpect(status().isBadRequest());
    submit("/recovery/code", "step", "5", "message", "CodeEntered", "code[0]", "1", "code", "2")
        .andExpect(status().isBadRequest());
    assertThat(service.changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/recovery/code",
        "/recovery/resend",
        "/recovery/another-way",
        "/recovery/statement",
        "/recovery/support-answer",
        "/recovery/password",
        "/recovery/cancel",
        "/recovery/link",
        "/not-me",
        "/account/sign-in",
        "/account/sign-out",
        "/language"
      })
  void T10_postWithoutTheFormsToken_isRefused(String path) throws Exception {
    service.show(Situations.codeByTextMessage());
    mvc.perform(post(path).cookie(cookie()).param("step", "5").param("t", "x"))
        .andExpect(status().isForbidden());
    assertThat(service.changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "resend", "another-way", "statement", "password"})
  void reloadAfterAProblem_showsTheRecovery(String path) throws Exception {
    service.show(Situations.codeByTextMessage());
    open("/recovery/" + path).andExpect(redirectedUrl("/recovery"));
  }

  @Test
  void answerWithoutRecovery_leadsToTheStart() throws Exception {
    service.show(null);
    submit("/recovery/resend", "step", "5").andExpect(redirectedUrl("/recovery"));
  }

  @Test
  void stepThatIsNoNumber_isRefused() throws Exception {
    service.show(Situations.codeByTextMessage());
    submit("/recovery/resend", "step", "five").andExpect(status().isBadRequest());
  }
}
