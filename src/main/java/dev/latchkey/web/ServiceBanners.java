package dev.latchkey.web;

import dev.latchkey.help.ServiceState;
import dev.latchkey.help.ServiceStatus;
import dev.latchkey.recovery.TypedCountries;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Makes the banners of the pages. What they say follows from what works for everybody and from what
 * was typed, never from what is on file.
 */
@Component
class ServiceBanners {
  static final String TEXT_MESSAGE = "text-message";
  static final String EMAIL = "email";

  private final ServiceStatus service;
  private final TypedCountries countries;

  ServiceBanners(ServiceStatus service, TypedCountries countries) {
    this.service = service;
    this.countries = countries;
  }

  /** For a page that is about no case. */
  public ServiceBanner general() {
    return banner(List.of(TEXT_MESSAGE, EMAIL), null, false);
  }

  /** For the page of a step: about the channel that it sends by, or about none. */
  public ServiceBanner of(StepPage page) {
    if (!page.live() || !StepPages.WITH_CHANNEL.contains(page.fragment())) {
      return new ServiceBanner(Map.of(), null, false);
    }
    boolean text = page.channel().equals(TEXT_MESSAGE);
    String country = text ? countries.of(page.view().caseId()).orElse(null) : null;
    boolean waiting = page.fragment().equals(StepPages.SENDING);
    return banner(List.of(text ? TEXT_MESSAGE : EMAIL), country, waiting);
  }

  /**
   * The same for a page that is open already.
   *
   * @param channel its key; one that names none is good
   * @param country ISO 3166 code, or empty
   */
  ServiceBanner again(String channel, String country, boolean waiting) {
    return banner(List.of(channel), country.isEmpty() ? null : country, waiting);
  }

  private ServiceBanner banner(List<String> channels, String country, boolean waiting) {
    Map<String, ServiceState> states = new TreeMap<>();
    channels.forEach(channel -> states.put(channel, service.state(channel, country)));
    return new ServiceBanner(states, country, waiting);
  }
}
