package dev.latchkey.account;

/** A signed-in session. */
public record Session(String id, String accountId) {}
