package dev.latchkey.directory;

/**
 * The password of an account was set or taken away. Listeners end whatever rested on the old one,
 * in the same transaction.
 */
public record CredentialsReset(String accountId) {}
