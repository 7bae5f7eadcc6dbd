package dev.latchkey.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What tests of pages share: a browser that holds the token of the fake service's recovery. */
@PagesTest
abstract class PageTestBase {
  @Autowired protected MockMvc mvc;
  @Autowired protected FakeRecoveryService service;

  ResultActions open(String path) throws Exception {
    return mvc.perform(get(path).cookie(cookie()));
  }

  /** Submits a form of the page that shows the present step. */
  ResultActions submit(String path, String... namesAndValues) throws Exception {
    return mvc.perform(form(path, namesAndValues));
  }

  static MockHttpServletRequestBuilder form(String path, String... namesAndValues) {
    MockHttpServletRequestBuilder form = post(path).cookie(cookie()).with(csrf());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.param(namesAndValues[i], namesAndValues[i + 1]);
    }
    return form;
  }

  static Cookie cookie() {
    return new Cookie(PageCookies.RECOVERY, FakeRecoveryService.TOKEN);
  }
}
