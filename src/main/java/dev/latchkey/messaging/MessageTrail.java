package dev.latchkey.messaging;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what became of messages; needs no provider. */
@Component
public class MessageTrail {
  private final MessageTable messages;

  MessageTrail(MessageTable messages) {
    this.messages = messages;
  }

  /** All messages of a case, oldest first, without texts and addresses. */
  @Transactional(readOnly = true)
  public List<MessageRecord> of(String caseId) {
    return messages.history(caseId);
  }
}
