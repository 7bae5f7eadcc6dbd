package dev.latchkey.recovery;

import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.secret.ClientNetwork;
import dev.latchkey.secret.NetworkHint;
import dev.latchkey.secret.ServerKey;
import dev.latchkey.secret.Tokens;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens cases. Joins the caller's transaction, in which the process has to be started too. */
@Component
public class NewCases {
  private static final Asking NOBODY = new Asking("nobody", null, null);
  private static final int LONGEST_DEVICE = 300;

  private final CaseStore cases;
  private final RecoveryTokens tokens;
  private final ServerKey key;
  private final Clock clock;

  NewCases(CaseStore cases, RecoveryTokens tokens, ServerKey key, Clock clock) {
    this.cases = cases;
    this.tokens = tokens;
    this.key = key;
    this.clock = clock;
  }

  /** A new case: its id, and the bearer token that is shown once. */
  record Opened(String id, String token) {}

  private record Asking(String clientHash, String device, String network) {}

  /** For whatever account the identifier names, if any. */
  Opened forIdentifier(
      CasePurpose purpose, Identifier identifier, String typed, Locale locale, Client client) {
    return insert(
        newId(),
        purpose,
        identifier.kind(),
        typed.strip(),
        null,
        key.hash("subject", identifier.canonical()),
        locale,
        asking(client));
  }

  /**
   * For an account that is known.
   *
   * @param subject under what wrong tries are counted
   */
  Opened forAccount(
      CasePurpose purpose, String accountId, String subject, Locale locale, Client client) {
    return insert(
        newId(),
        purpose,
        IdentifierKind.USER_NAME,
        null,
        accountId,
        subject,
        locale,
        asking(client));
  }

  /** For the client of another case. */
  Opened forSameAs(RecoveryCase other, CasePurpose purpose, String subject) {
    return insert(
        newId(),
        purpose,
        IdentifierKind.USER_NAME,
        null,
        other.accountId(),
        subject,
        other.locale(),
        new Asking(other.clientHash(), other.device(), other.network()));
  }

  /**
   * For a change that was made already and can be objected to. Its id is the change's, and nobody
   * learns its token.
   */
  public void forChange(AccountChanged changed, Locale locale) {
    insert(
        changed.changeId(),
        CasePurpose.ACCOUNT_CHANGE,
        IdentifierKind.USER_NAME,
        null,
        changed.accountId(),
        changed.accountId(),
        locale,
        NOBODY);
    cases.markChanged(changed.changeId(), changed.change(), clock.instant());
  }

  /** Under what a client's cases are counted. */
  String clientHash(Client client) {
    return key.hash("client", ClientNetwork.of(client.address()));
  }

  private Opened insert(
      String id,
      CasePurpose purpose,
      IdentifierKind kind,
      String typed,
      String accountId,
      String subject,
      Locale locale,
      Asking asking) {
    String token = Tokens.create();
    cases.insert(
        new NewCase(
            id,
            Tokens.hash(token),
            Tokens.hash(tokens.objection(id)),
            purpose,
            kind,
            typed,
            accountId,
            subject,
            asking.clientHash(),
            asking.device(),
            asking.network(),
            locale,
            clock.instant()));
    return new Opened(id, token);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private Asking asking(Client client) {
    return new Asking(
        clientHash(client), shortened(client.device()), NetworkHint.of(client.address()));
  }

  private static String shortened(String device) {
    return device == null || device.length() <= LONGEST_DEVICE
        ? device
        : device.substring(0, LONGEST_DEVICE);
  }
}
