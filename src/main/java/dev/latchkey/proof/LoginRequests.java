package dev.latchkey.proof;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Requests to approve a sign-in or recovery on a device that is signed in. Whoever asks is shown
 * two digits, and the approving device has to be told them: a request that somebody else caused
 * cannot be approved by pressing a button in haste. Everything joins the caller's transaction.
 */
@Component
public class LoginRequests {

  /**
   * Asks the account's devices. A number is shown in any case: for a decoy, for an account without
   * a device, and when a limit keeps the request from being listed, the asking side cannot tell.
   *
   * @param accountId null for a decoy
   * @param device as the asking client describes itself, or null
   * @param network the asking client's network for display, or null
   */
  public LoginRequest open(String caseId, String accountId, String device, String network) {
    throw new UnsupportedOperationException(caseId + accountId + device + network);
  }

  /** The newest request of this case, or empty. */
  public Optional<LoginRequest> ofCase(String caseId) {
    throw new UnsupportedOperationException(caseId);
  }

  /** The requests that the account holder can answer now, newest first. */
  public List<LoginRequest> openOf(String accountId) {
    throw new UnsupportedOperationException(accountId);
  }

  /** Ends what this case still asks for; idempotent. */
  public void closeAll(String caseId) {
    throw new UnsupportedOperationException(caseId);
  }

  /** Whether a device of the account takes login requests. */
  public boolean enabled(String accountId) {
    throw new UnsupportedOperationException(accountId);
  }
}
