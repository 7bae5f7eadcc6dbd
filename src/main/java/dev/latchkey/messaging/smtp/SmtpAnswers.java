package dev.latchkey.messaging.smtp;

import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a mail server meant (RFC 5321, section 4.2). */
final class SmtpAnswers {
  private static final int MAILBOX_FULL = 552;

  private SmtpAnswers() {}

  /** The most telling reply code in a chain of exceptions: the recipient's first. */
  static OptionalInt code(MessagingException failed) {
    SMTPAddressFailedException recipient = find(failed, SMTPAddressFailedException.class);
    if (recipient != null) {
      return OptionalInt.of(recipient.getReturnCode());
    }
    SMTPSenderFailedException sender = find(failed, SMTPSenderFailedException.class);
    if (sender != null) {
      return OptionalInt.of(sender.getReturnCode());
    }
    SMTPSendFailedException message = find(failed, SMTPSendFailedException.class);
    return message == null ? OptionalInt.empty() : OptionalInt.of(message.getReturnCode());
  }

  /** Whether the answer is about the address that the mail goes to. */
  static boolean ofRecipient(MessagingException failed) {
    return find(failed, SMTPAddressFailedException.class) != null;
  }

  static boolean permanent(int code) {
    return code >= 500 && code < 600;
  }

  /** Stable cause of a permanent refusal. */
  static String cause(MessagingException failed, int code) {
    if (find(failed, SMTPAddressFailedException.class) == null) {
      return "provider-refused";
    }
    return code == MAILBOX_FULL ? "mailbox-full" : "unknown-address";
  }

  private static <T extends Exception> T find(Exception failed, Class<T> type) {
    for (Exception e = failed;
        e != null;
        e = e instanceof MessagingException m ? m.getNextException() : null) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
    }
    return null;
  }
}
