package dev.latchkey.testing;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ExpectedReceipt;
import dev.latchkey.messaging.Sender;
import dev.latchkey.messaging.TemporarySendFailure;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Cuts the application off from its providers while a test says so. */
public final class Outage implements BeanPostProcessor {
  private final Set<Channel> down = Collections.synchronizedSet(EnumSet.noneOf(Channel.class));

  /** From now on the provider of this channel cannot be reached. */
  public void begins(Channel channel) {
    down.add(channel);
  }

  /** All providers can be reached. */
  public void ends() {
    down.clear();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Sender sender ? new Line(sender) : bean;
  }

  private final class Line implements Sender {
    private final Sender sender;

    Line(Sender sender) {
      this.sender = sender;
    }

    @Override
    public Channel channel() {
      return sender.channel();
    }

    @Override
    public String provider() {
      return sender.provider();
    }

    @Override
    public Duration usualTime() {
      return sender.usualTime();
    }

    @Override
    public ExpectedReceipt usualReceipt() {
      return sender.usualReceipt();
    }

    @Override
    public Optional<Boolean> reachable() {
      return Optional.of(!down.contains(channel()));
    }

    @Override
    public SendResult send(OutgoingMessage message) {
      if (down.contains(channel())) {
        throw new TemporarySendFailure("Not reachable", null);
      }
      return sender.send(message);
    }
  }
}
