package dev.latchkey.directory;

/**
 * Published when the account holder said of a change "this wasn't me": sessions end and the
 * password is gone already; whoever made the change undoes the rest in the same transaction.
 *
 * @param changeId of the {@link AccountChanged}
 */
public record ChangeTakenBack(String changeId, String accountId) {}
