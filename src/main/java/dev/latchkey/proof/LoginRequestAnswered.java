package dev.latchkey.proof;

/**
 * Published in the transaction in which a login request was approved, denied or closed by too many
 * wrong numbers: whoever waits for it looks at it again.
 */
public record LoginRequestAnswered(String caseId) {}
