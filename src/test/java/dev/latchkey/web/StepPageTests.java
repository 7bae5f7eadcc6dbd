package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PagesTest
class StepPageTests {
  private final MockMvc mvc;
  private final FakeRecoveryService service;

  StepPageTests(@Autowired MockMvc mvc, @Autowired FakeRecoveryService service) {
    this.mvc = mvc;
    this.service = service;
  }

  static java.util.Set<String> situations() {
    return Situations.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void eachStep_hasAPageWithOneHeadingAndAllItsTexts(String situation) throws Exception {
    service.show(Situations.all().get(situation));
    String page =
        mvc.perform(get("/recovery").cookie(cookie()))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).containsOnlyOnce("<h1").doesNotContain("??").doesNotContain("th:");
  }

  static Cookie cookie() {
    return new Cookie(PageCookies.RECOVERY, FakeRecoveryService.TOKEN);
  }
}
