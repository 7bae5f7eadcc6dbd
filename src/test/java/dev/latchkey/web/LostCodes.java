package dev.latchkey.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.Deliveries;
import dev.latchkey.messaging.Delivery;
import dev.latchkey.messaging.Delivery.State;
import dev.latchkey.recovery.RecoveryView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recoveries whose codes met a fate that is known. */
public final class LostCodes {
  private static final Instant SENT = Situations.NOW.minusSeconds(70);
  private static final Instant REPORTED = Situations.NOW.minusSeconds(60);
  private static final Map<String, Delivery> FATES = fates();

  private LostCodes() {}

  /** What became of the code in each of these, by the name of the recovery. */
  private static Map<String, Delivery> fates() {
    Map<String, Delivery> fates = new LinkedHashMap<>();
    fates.put("unreachable", undelivered(Channel.TEXT_MESSAGE, "unreachable"));
    fates.put("opted-out", undelivered(Channel.TEXT_MESSAGE, "opted-out"));
    fates.put("mailbox-full", undelivered(Channel.EMAIL, "mailbox-full"));
    fates.put("delivered", new Delivery(Channel.EMAIL, State.DELIVERED, null, SENT, REPORTED));
    fates.put("waiting", new Delivery(Channel.TEXT_MESSAGE, State.QUEUED, null, SENT, null));
    return fates;
  }

  private static Delivery undelivered(Channel channel, String cause) {
    return new Delivery(channel, State.UNDELIVERED, cause, SENT, REPORTED);
  }

  static Deliveries deliveries() {
    Deliveries deliveries = mock(Deliveries.class);
    when(deliveries.ofCodes(any()))
        .thenAnswer(
            call -> {
              Delivery fate = FATES.get(call.<String>getArgument(0).substring(9));
              return fate == null ? List.of() : List.of(fate);
            });
    return deliveries;
  }

  /** This recovery, after its code met the fate of this name. */
  public static RecoveryView after(String fate, RecoveryView v) {
    return new RecoveryView(
        v.caseId().substring(0, 9) + fate,
        v.purpose(),
        v.status(),
        v.step(),
        v.stepNumber(),
        v.way(),
        v.confirmsContact(),
        v.ways(),
        v.offers(),
        v.due(),
        v.notice(),
        v.holdUntil(),
        v.locale(),
        v.openedAt(),
        v.approvalNumber());
  }
}
