package dev.latchkey.messaging.twilio;

import com.twilio.security.RequestValidator;
import dev.latchkey.messaging.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells Twilio's requests from forged ones. The signature is checked against the configured URL,
 * whatever the Host and Forwarded headers say.
 */
class TwilioSignatures {
  private final RequestValidator validator;
  private final Links links;

  TwilioSignatures(TwilioAccess access, Links links) {
    this.validator = new RequestValidator(access.authToken());
    this.links = links;
  }

  /**
   * The fields of the request if Twilio signed it.
   *
   * @param path of ours, without the base URL
   * @return empty if the signature is missing or wrong, or a field comes twice, which Twilio never
   *     does
   */
  Optional<Map<String, String>> signedFields(HttpServletRequest request, String path) {
    String signature = request.getHeader("X-Twilio-Signature");
    if (signature == null) {
      return Optional.empty();
    }
    return fields(request)
        .filter(fields -> validator.validate(links.absolute(path), fields, signature));
  }

  private static Optional<Map<String, String>> fields(HttpServletRequest request) {
    Map<String, String> fields = new HashMap<>();
    for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
      if (field.getValue().length != 1) {
        return Optional.empty();
      }
      fields.put(field.getKey(), field.getValue()[0]);
    }
    return Optional.of(fields);
  }
}
