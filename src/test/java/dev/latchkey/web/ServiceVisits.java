package dev.latchkey.web;

import com.microsoft.playwright.Page;
import dev.latchkey.help.ServiceState;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What people see while a channel does not work as it should. */
final class ServiceVisits {
  private ServiceVisits() {}

  static Map<String, BiConsumer<FakeRecoveryService, Page>> all() {
    Map<String, BiConsumer<FakeRecoveryService, Page>> all = new LinkedHashMap<>();
    all.put("status", visit("/status", Map.of()));
    all.put(
        "status-trouble",
        visit("/status", Map.of("text-message", ServiceState.DOWN, "email", ServiceState.SLOW)));
    all.put(
        "start-outage",
        visit("/", Map.of("text-message", ServiceState.DOWN, "email", ServiceState.SLOW)));
    all.put(
        "sending-in-an-outage",
        at(
            Situations.with(
                "not-sent-yet",
                Situations.at(
                    "sending-code", Way.TEXT_MESSAGE, RecoveryMessage.ANOTHER_WAY_CHOSEN)),
            Map.of("text-message", ServiceState.DOWN)));
    all.put(
        "enter-code-while-slow",
        at(Situations.codeByTextMessage(), Map.of("text-message-IN", ServiceState.SLOW)));
    return all;
  }

  private static BiConsumer<FakeRecoveryService, Page> visit(
      String path, Map<String, ServiceState> states) {
    return (service, page) -> {
      states.forEach(ServiceMocks::set);
      page.navigate(path);
    };
  }

  private static BiConsumer<FakeRecoveryService, Page> at(
      RecoveryView view, Map<String, ServiceState> states) {
    return (service, page) -> {
      service.show(view);
      visit("/recovery", states).accept(service, page);
    };
  }
}
