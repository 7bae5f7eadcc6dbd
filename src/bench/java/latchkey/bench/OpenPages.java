package latchkey.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Many people look at their page, which asks every two seconds whether the step has changed, and
 * every two seconds whether the code was delivered.
 */
final class OpenPages {
  private static final String COOKIE = "latchkey_recovery";
  private static final double ASKED_EVERY_SECONDS = 2;
  private static final int THREADS = 16;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private OpenPages() {}

  private record Page(String token, int step) {}

  static void measure(Report report, Postgres store, Recoveries recoveries) throws Exception {
    List<Page> pages = open(recoveries, Options.pages());
    ask(pages, recoveries.server(), new Latencies());
    Latencies latencies = new Latencies();
    Meter meter = new Meter(recoveries.server(), store);
    int polls = ask(pages, recoveries.server(), latencies);
    report.add(
        meter.figures(
            "a poll, " + pages.size() + " pages open",
            pages.size(),
            polls,
            meter.seconds(),
            latencies.summaries()));
  }

  private static List<Page> open(Recoveries recoveries, int count) throws Exception {
    List<Page> pages = Collections.synchronizedList(new ArrayList<>());
    Latencies nobodyLooks = new Latencies();
    Load.times(
        count,
        4,
        () -> {
          Visitor visitor = recoveries.visitor(nobodyLooks);
          visitor.opens(recoveries.people().next());
          pages.add(new Page(visitor.token(), visitor.awaitStep("enter-code")));
        });
    return pages;
  }

  /** Each request has its moment; one that begins late because others took long counts as late. */
  private static int ask(List<Page> pages, Server server, Latencies latencies) throws Exception {
    double perSecond = 2 * pages.size() / ASKED_EVERY_SECONDS;
    int count = (int) (Options.cell().toSeconds() * perSecond);
    long begun = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    return Load.times(
        count,
        THREADS,
        () -> {
          int number = next.getAndIncrement();
          long moment = begun + (long) (number / perSecond * Duration.ofSeconds(1).toNanos());
          LockSupport.parkNanos(moment - System.nanoTime());
          Page page = pages.get(number / 2 % pages.size());
          String what = number % 2 == 0 ? "step" : "delivery";
          ask(server, page, what);
          latencies.record(
              "poll of the " + what, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - moment));
        });
  }

  private static void ask(Server server, Page page, String what) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/recovery/" + what + "?seen=" + page.step()))
            .header("Cookie", COOKIE + "=" + page.token())
            .build();
    HttpResponse<Void> answer = HTTP.send(request, HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() != 204) {
      throw new IllegalStateException("The page changed: " + answer.statusCode());
    }
  }
}
