package dev.latchkey.testing;

import java.util.stream.Stream;

/**
 * A staff member's way to the engine: with the login in each request ({@link #REST}), or signed in
 * to Camunda's web applications ({@link #WEB}), whose pages call {@code /camunda/api/engine}.
 */
public final class StaffDesk {
  /** The engine's REST interface. */
  public static final String REST = "/engine-rest";

  /** The same interface behind Tasklist and Cockpit. */
  public static final String WEB = "/camunda/api/engine/engine/default";

  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final Web web;
  private final String root;
  private final String[] headers;

  private StaffDesk(Web web, String root, String... headers) {
    this.web = web;
    this.root = root;
    this.headers = headers;
  }

  /** With the login in each request. */
  public static StaffDesk rest(int port, String user, String password) {
    return new StaffDesk(new Web(port), REST, Web.basic(user, password));
  }

  /** Without a login. */
  public static StaffDesk nobody(int port, String root) {
    return new StaffDesk(new Web(port), root);
  }

  /** Signed in to one of the web applications; fails if that is refused. */
  public static StaffDesk signedIn(int port, String app, String user, String password) {
    Web web = new Web(port);
    Web.Answer page = web.send("GET", "/camunda/app/" + app + "/default/");
    String token = page.header("X-XSRF-TOKEN");
    Web.Answer answer =
        web.sendBody(
            "POST",
            LOGIN + app,
            "username=" + user + "&password=" + password,
            FORM,
            "Accept: application/json",
            "Cookie: " + cookie(page, "JSESSIONID"),
            "X-XSRF-TOKEN: " + token);
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    String session = cookie(answer, "JSESSIONID");
    Web.Answer own = web.send("GET", "/camunda/app/" + app + "/default/", "Cookie: " + session);
    return new StaffDesk(
        web, WEB, "Cookie: " + session, "X-XSRF-TOKEN: " + own.header("X-XSRF-TOKEN"));
  }

  private static String cookie(Web.Answer answer, String name) {
    return answer.headers("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .filter(cookie -> cookie.startsWith(name + "="))
        .findFirst()
        .orElse("");
  }

  /** Calls the engine; the path is that of its REST interface. */
  public Web.Answer call(String method, String path, String body) {
    return call(method, path, body, "application/json");
  }

  /** The same with a body that is no JSON. */
  public Web.Answer call(String method, String path, String body, String type) {
    return get(method, root + path, body, "Content-Type: " + type);
  }

  /** Calls any path. */
  public Web.Answer get(String method, String path, String body, String... more) {
    return web.sendBody(
        method, path, body, Stream.of(headers, more).flatMap(Stream::of).toArray(String[]::new));
  }
}
