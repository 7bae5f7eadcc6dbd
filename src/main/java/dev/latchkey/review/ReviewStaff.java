package dev.latchkey.review;

import java.util.Optional;

/** What the rules have to know of the staff; whoever keeps the logins answers. */
public interface ReviewStaff {

  /** The e-mail address of this login, or empty if none is known. */
  Optional<String> mailOf(String login);

  /** Whether this login is one of the support staff, leads among them, now. */
  boolean reviews(String login);

  /** Whether this login is one of the support leads now. */
  boolean lead(String login);
}
