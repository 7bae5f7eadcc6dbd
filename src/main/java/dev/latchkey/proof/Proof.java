package dev.latchkey.proof;

import java.time.Instant;

/**
 * One entry of the ledger.
 *
 * @param addressId where the code went, or null where no address was involved
 * @param provenAt UTC
 */
public record Proof(Way way, String addressId, Instant provenAt) {}
