package dev.latchkey.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A provider that keeps what it took and answers as told. */
final class RecordingSender implements Sender {
  private final Channel channel;
  private final List<OutgoingMessage> taken = new CopyOnWriteArrayList<>();
  private volatile Function<OutgoingMessage, SendResult> answer =
      message -> new SendResult("provider-" + message.id(), null);

  private Duration usualTime = Duration.ZERO;
  private ExpectedReceipt usualReceipt = ExpectedReceipt.NONE;

  RecordingSender(Channel channel) {
    this.channel = channel;
  }

  void answers(Function<OutgoingMessage, SendResult> answer) {
    this.answer = answer;
  }

  void usuallyTakes(Duration time) {
    usualTime = time;
  }

  void usuallyReports(ExpectedReceipt receipt) {
    usualReceipt = receipt;
  }

  /** All calls, refused and failed ones included. */
  List<OutgoingMessage> taken() {
    return taken;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public String provider() {
    return "recording";
  }

  @Override
  public Duration usualTime() {
    return usualTime;
  }

  @Override
  public ExpectedReceipt usualReceipt() {
    return usualReceipt;
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    taken.add(message);
    return answer.apply(message);
  }
}
