package dev.latchkey.messaging.twilio;

import dev.latchkey.Misconfigured;
import dev.latchkey.messaging.MessagingProperties.Twilio;
import dev.latchkey.messaging.SenderNumbers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Complete access data.
 *
 * @param user account or API key that sends
 * @param secret of the user
 * @param authToken signs the receipts
 * @param numbers senders; without a general one where a messaging service picks it
 * @param messagingServiceSid null with a sender of its own
 * @param answersKeywords whether Twilio itself answers START, STOP and HELP
 */
record TwilioAccess(
    String accountSid,
    String user,
    String secret,
    String authToken,
    SenderNumbers numbers,
    String messagingServiceSid,
    boolean answersKeywords,
    URI apiBaseUrl,
    Duration connectTimeout,
    Duration readTimeout) {
  private static final String PREFIX = "latchkey.messaging.twilio";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Checks the settings; names all that is wrong in one message. */
  static TwilioAccess of(Twilio settings) {
    List<String> problems = new ArrayList<>();
    require(problems, settings.accountSid(), "account-sid is missing");
    require(problems, settings.authToken(), "auth-token is missing (it also proves receipts)");
    if (blank(settings.apiKey()) != blank(settings.apiSecret())) {
      problems.add("api-key and api-secret go together");
    }
    if (blank(settings.from()) == blank(settings.messagingServiceSid())) {
      problems.add("exactly one of from and messaging-service-sid is needed");
    }
    Map<String, String> byCountry = serviceNumbers(settings, problems);
    if (settings.apiBaseUrl().getHost() == null) {
      problems.add("api-base-url is no address");
    }
    if (!problems.isEmpty()) {
      throw new Misconfigured(
          "Text messages cannot be sent: " + PREFIX + ": " + String.join("; ", problems),
          "Complete the settings, or set latchkey.messaging.text.provider to mailroom");
    }
    boolean byKey = !blank(settings.apiKey());
    return new TwilioAccess(
        settings.accountSid(),
        byKey ? settings.apiKey() : settings.accountSid(),
        byKey ? settings.apiSecret() : settings.authToken(),
        settings.authToken(),
        new SenderNumbers(blank(settings.from()) ? null : settings.from(), byCountry),
        blank(settings.messagingServiceSid()) ? null : settings.messagingServiceSid(),
        settings.answersKeywords(),
        settings.apiBaseUrl(),
        settings.connectTimeout(),
        settings.readTimeout());
  }

  private static Map<String, String> serviceNumbers(Twilio settings, List<String> problems) {
    Map<String, String> byCountry = new TreeMap<>();
    settings
        .serviceNumbers()
        .forEach(
            (name, number) -> {
              String country = name.toUpperCase(Locale.ROOT);
              if (!COUNTRIES.contains(country)) {
                problems.add("service-numbers: " + name + " is no country, such as JP");
              } else if (!SenderNumbers.sound(number)) {
                problems.add("service-numbers." + name + " is no number such as +12025550100");
              }
              byCountry.put(country, number);
            });
    return byCountry;
  }

  private static void require(List<String> problems, String value, String problem) {
    if (blank(value)) {
      problems.add(problem);
    }
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }

  @Override
  public String toString() {
    return "TwilioAccess[" + accountSid + "]";
  }
}
