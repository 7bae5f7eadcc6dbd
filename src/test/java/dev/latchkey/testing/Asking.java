package dev.latchkey.testing;

import static org.awaitility.Awaitility.await;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.RecoveryService;
import java.time.Duration;
import java.util.UUID;

/** People who have asked support, in an application whose jobs run by themselves. */
public final class Asking {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Asking() {}

  /** Somebody whose request waits for a reviewer; there need not be such an account. */
  public static Guest support(RecoveryService recoveries, Post post, String identifier) {
    Guest guest = atTheForm(recoveries, identifier);
    String contact = UUID.randomUUID() + "@example.net";
    guest.answers(new Answer.Statement("My phone fell into the sea.", "phone", "", contact));
    comesTo(guest, "enter-code");
    await().atMost(PATIENCE).until(() -> !post.at(contact).isEmpty());
    guest.enters(post.codeAt(contact));
    comesTo(guest, "await-review");
    return guest;
  }

  /** Somebody who is about to describe what happened. */
  public static Guest atTheForm(RecoveryService recoveries, String identifier) {
    Guest guest = Guest.opens(recoveries, identifier);
    await().atMost(PATIENCE).until(() -> !guest.sees().step().equals("preparing"));
    await().atMost(PATIENCE).until(() -> !guest.sees().step().equals("sending-code"));
    guest.wants(Way.HUMAN_REVIEW);
    comesTo(guest, "describe-situation");
    return guest;
  }

  private static void comesTo(Guest guest, String step) {
    await().atMost(PATIENCE).until(() -> guest.sees().step().equals(step));
  }
}
