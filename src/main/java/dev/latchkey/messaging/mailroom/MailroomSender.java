package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ExpectedReceipt;
import dev.latchkey.messaging.Sender;
import dev.latchkey.messaging.TemporarySendFailure;
import java.time.Duration;

/** Puts messages of one channel into the mailroom. */
class MailroomSender implements Sender {
  private static final Duration LONGEST_TIME = Duration.ofSeconds(20);

  private final Channel channel;
  private final String sender;
  private final Mailroom mailroom;
  private final MailroomReports reports;

  MailroomSender(Channel channel, String sender, Mailroom mailroom, MailroomReports reports) {
    this.channel = channel;
    this.sender = sender;
    this.mailroom = mailroom;
    this.reports = reports;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public String provider() {
    return Mailroom.PROVIDER;
  }

  @Override
  public Duration longestTime() {
    return LONGEST_TIME;
  }

  @Override
  public ExpectedReceipt usualReceipt() {
    return reports.of(channel).receipt();
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    if (reports.of(channel) == MailroomReport.OUT_OF_ORDER) {
      throw new TemporarySendFailure("The mailroom is set to take nothing", null);
    }
    return mailroom.keep(channel, sender, message, usualReceipt());
  }
}
