package dev.latchkey.messaging.twilio;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Requests as Twilio makes them. */
final class SignedRequests {
  static final String TOKEN = "token";
  static final String[] SETTINGS = {
    "latchkey.messaging.text.provider=twilio",
    "latchkey.messaging.twilio.account-sid=ACtest",
    "latchkey.messaging.twilio.auth-token=" + TOKEN,
    "latchkey.messaging.twilio.from=+12025550100"
  };

  private SignedRequests() {}

  /**
   * A request.
   *
   * @param signature null for none
   */
  static MockHttpServletRequestBuilder request(
      String path, Map<String, String> fields, String signature) {
    MockHttpServletRequestBuilder request = post(path);
    fields.forEach(request::param);
    return signature == null ? request : request.header("X-Twilio-Signature", signature);
  }

  static int status(AssertableWebApplicationContext context, MockHttpServletRequestBuilder request)
      throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(request)
        .andReturn()
        .getResponse()
        .getStatus();
  }

  /** As Twilio documents it: HMAC-SHA-1 over the URL and the fields in alphabetical order. */
  static String sign(String url, Map<String, String> fields) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
