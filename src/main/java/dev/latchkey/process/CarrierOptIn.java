package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.InboundText;
import dev.latchkey.messaging.InboundTexts;
import dev.latchkey.messaging.OptOuts;
import dev.latchkey.messaging.TextAnswers;
import dev.latchkey.messaging.TextedCodes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a text message to the service brings about. Each method joins the transaction of its step
 * and does nothing when the number has changed its mind since.
 */
@Component
class CarrierOptIn {
  private static final String ACTOR = "phone-holder";
  private static final String ACTION = "text-messages";

  private final InboundTexts texts;
  private final OptOuts optOuts;
  private final TextedCodes codes;
  private final WaitingCodes waiting;
  private final TextAnswers answers;
  private final AuditLog audit;

  CarrierOptIn(
      InboundTexts texts,
      OptOuts optOuts,
      TextedCodes codes,
      WaitingCodes waiting,
      TextAnswers answers,
      AuditLog audit) {
    this.texts = texts;
    this.optOuts = optOuts;
    this.codes = codes;
    this.waiting = waiting;
    this.answers = answers;
    this.audit = audit;
  }

  String keyword(String inboundId) {
    return texts.get(inboundId).keyword().key();
  }

  /** Lets text messages through again; true if a code waits for the number. */
  boolean optIn(String inboundId) {
    InboundText text = texts.get(inboundId);
    if (texts.overtaken(text)) {
      return false;
    }
    optOuts.clear(text.senderHash());
    audit.record(null, ACTOR, ACTION, "opted-in", inboundId);
    return waiting.newestFor(text.senderHash()).isPresent();
  }

  /** Sends the code that waits for the number, if it still does. */
  void sendWaitingCode(String inboundId) {
    InboundText text = texts.get(inboundId);
    if (!texts.overtaken(text)) {
      waiting.sendTo(text.senderHash());
    }
  }

  /** Lets no text message through any more. */
  void optOut(String inboundId) {
    InboundText text = texts.get(inboundId);
    if (!texts.overtaken(text)) {
      optOuts.note(Channel.TEXT_MESSAGE, text.senderHash());
      audit.record(null, ACTOR, ACTION, "opted-out", inboundId);
    }
  }

  /** Who waits for a code at the number goes on by another way. */
  void endWaits(String inboundId) {
    InboundText text = texts.get(inboundId);
    if (!texts.overtaken(text)) {
      codes.giveUp(text.senderHash());
    }
  }

  /** Records the answer; its id, or empty if there is to be none. */
  Optional<String> prepareAnswer(String inboundId) {
    InboundText text = texts.get(inboundId);
    return texts.overtaken(text) ? Optional.empty() : answers.intend(text);
  }
}
