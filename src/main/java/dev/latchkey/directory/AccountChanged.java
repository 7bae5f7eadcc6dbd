package dev.latchkey.directory;

import java.util.List;

/**
 * Published in the transaction of a change of an account's security settings: all addresses on file
 * are told, with "this wasn't me" (NIST SP 800-63B-4, section 4.6).
 *
 * @param changeId a fresh UUID; names the change when it is taken back
 * @param alsoTell addresses that are to be told although they are no longer on file; never null
 */
public record AccountChanged(
    String changeId, String accountId, AccountChange change, List<Address> alsoTell) {}
