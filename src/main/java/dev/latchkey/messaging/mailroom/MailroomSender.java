package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.Sender;

/** Puts messages of one channel into the mailroom. */
class MailroomSender implements Sender {
  private final Channel channel;
  private final String sender;
  private final Mailroom mailroom;

  MailroomSender(Channel channel, String sender, Mailroom mailroom) {
    this.channel = channel;
    this.sender = sender;
    this.mailroom = mailroom;
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
  public SendResult send(OutgoingMessage message) {
    return mailroom.keep(channel, sender, message);
  }
}
