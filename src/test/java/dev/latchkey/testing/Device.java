package dev.latchkey.testing;

import dev.latchkey.account.Sessions;
import dev.latchkey.proof.LoginRequests;

/** A device on which a person is signed in, and which takes login requests. */
public final class Device {
  private final LoginRequests requests;
  private final String accountId;
  private final String session;

  private Device(LoginRequests requests, String accountId, String session) {
    this.requests = requests;
    this.accountId = accountId;
    this.session = session;
  }

  /** Signs the person in on a phone that approves sign-ins from then on. */
  public static Device of(Persona person, Sessions sessions, LoginRequests requests) {
    String session = sessions.find(sessions.start(person.id(), "Phone")).orElseThrow().id();
    requests.enable(person.id(), session);
    return new Device(requests, person.id(), session);
  }

  /** Approves the newest request with the number that the asking guest sees. */
  public LoginRequests.Approval approves(Guest asking) {
    return requests.approve(accountId, session, newest(), asking.sees().approvalNumber());
  }

  /** Denies the newest request. */
  public boolean denies() {
    return requests.deny(accountId, session, newest());
  }

  private String newest() {
    return requests.openOf(accountId).get(0).id();
  }
}
