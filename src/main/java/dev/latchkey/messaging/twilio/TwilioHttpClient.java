package dev.latchkey.messaging.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.latchkey.messaging.TemporarySendFailure;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Speaks to the configured address instead of the one built into the SDK, with time-outs and
 * without retries: the job tries again, and it alone, or a message could go out twice.
 */
class TwilioHttpClient extends NetworkHttpClient {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final String base;

  TwilioHttpClient(URI base, Duration connectTimeout, Duration readTimeout) {
    super(builder(Timeout.of(connectTimeout), Timeout.of(readTimeout)));
    this.base = base.toString().replaceAll("/+$", "");
  }

  private static HttpClientBuilder builder(Timeout connect, Timeout read) {
    ConnectionConfig connection =
        ConnectionConfig.custom().setConnectTimeout(connect).setSocketTimeout(read).build();
    RequestConfig request =
        RequestConfig.custom()
            .setConnectionRequestTimeout(connect)
            .setResponseTimeout(read)
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(connection)
                .build())
        .setDefaultRequestConfig(request)
        .disableAutomaticRetries()
        .disableRedirectHandling();
  }

  @Override
  public Response makeRequest(Request request) {
    Response response = super.makeRequest(toConfiguredAddress(request));
    int status = response.getStatusCode();
    if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
      throw new TemporarySendFailure(
          "The text message provider answered " + status, null, RetryAfter.of(response));
    }
    return response;
  }

  private Request toConfiguredAddress(Request request) {
    Request moved = new Request(request.getMethod(), base + URI.create(request.getUrl()).getPath());
    request
        .getQueryParams()
        .forEach((name, values) -> values.forEach(v -> moved.addQueryParam(name, v)));
    request
        .getPostParams()
        .forEach((name, values) -> values.forEach(v -> moved.addPostParam(name, v)));
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(v -> moved.addHeaderParam(name, v)));
    moved.setContentType(request.getContentType());
    moved.setUserAgentExtensions(request.getUserAgentExtensions());
    moved.setAuth(request.getUsername(), request.getPassword());
    return moved;
  }
}
