package dev.latchkey.messaging.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ExpectedReceipt;
import dev.latchkey.messaging.Sender;
import dev.latchkey.messaging.TemporarySendFailure;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends text messages through Twilio, or whoever speaks its language. */
class TwilioSender implements Sender {
  static final String PROVIDER = "twilio";
  private static final Duration USUAL_TIME = Duration.ofMillis(300);

  /**
   * Time-outs are for one attempt to connect and one read, of which there may be several. Beyond
   * them: a connection of the pool, stores before and after, clocks that differ between nodes.
   */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final Duration USUALLY_DELIVERED_AFTER = Duration.ofSeconds(4);
  private static final Logger LOG = LoggerFactory.getLogger(TwilioSender.class);

  private final TwilioAccess access;
  private final String statusCallback;
  private final TwilioRestClient client;

  TwilioSender(TwilioAccess access, String statusCallback) {
    this.access = access;
    this.statusCallback = statusCallback;
    this.client =
        new TwilioRestClient.Builder(access.user(), access.secret())
            .accountSid(access.accountSid())
            .httpClient(
                new TwilioHttpClient(
                    access.apiBaseUrl(), access.connectTimeout(), access.readTimeout()))
            .build();
  }

  @Override
  public Channel channel() {
    return Channel.TEXT_MESSAGE;
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Duration usualTime() {
    return USUAL_TIME;
  }

  @Override
  public Duration longestTime() {
    return access.connectTimeout().plus(access.readTimeout()).multipliedBy(2).plus(MARGIN);
  }

  /** Any answer will do, a refusal included: what is asked is whether anybody answers. */
  @Override
  public Optional<Boolean> reachable() {
    String account = "/2010-04-01/Accounts/" + access.accountSid() + ".json";
    try {
      return Optional.of(
          client.request(new Request(HttpMethod.GET, Domains.API.toString(), account)) != null);
    } catch (TemporarySendFailure overloaded) {
      if (overloaded.retryAfter().isZero()) {
        return Optional.of(false);
      }
      throw overloaded;
    } catch (TwilioException noAnswer) {
      return Optional.of(false);
    }
  }

  @Override
  public ExpectedReceipt usualReceipt() {
    return ExpectedReceipt.delivered(USUALLY_DELIVERED_AFTER);
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    try {
      Message taken = creator(message).create(client);
      return taken.getErrorCode() == null
          ? new SendResult(taken.getSid(), null)
          : refused(taken.getErrorCode(), null);
    } catch (ApiException answer) {
      if (answer.getStatusCode() == null) {
        throw noAnswer(answer);
      }
      return refused(answer.getCode(), answer.getStatusCode());
    } catch (TwilioException noAnswer) {
      throw noAnswer(noAnswer);
    }
  }

  private static TemporarySendFailure noAnswer(TwilioException failed) {
    return new TemporarySendFailure("The text message provider gave no answer", failed);
  }

  private MessageCreator creator(OutgoingMessage message) {
    PhoneNumber to = new PhoneNumber(message.target());
    Optional<PhoneNumber> from = access.numbers().to(message.target()).map(PhoneNumber::new);
    MessageCreator creator =
        access.messagingServiceSid() == null
            ? Message.creator(to, from.orElseThrow(), message.text())
            : Message.creator(to, access.messagingServiceSid(), message.text());
    from.ifPresent(creator::setFrom);
    creator.setStatusCallback(statusCallback);
    if (message.validFor() != null) {
      creator.setValidityPeriod((int) message.validFor().toSeconds());
    }
    return creator;
  }

  /** Refused for good. Twilio's own text is left out: it names the number. */
  private static SendResult refused(Integer code, Integer status) {
    String cause = TwilioCauses.of(code);
    LOG.warn("Text message refused: {} (provider's code {}, status {})", cause, code, status);
    return new SendResult(null, cause);
  }
}
