package dev.latchkey.process;

import dev.latchkey.messaging.Channel;
import dev.latchkey.proof.CodeUse;
import dev.latchkey.proof.Way;

/**
 * Where a code goes.
 *
 * @param address e-mail address or E.164 number; null where nothing may be sent
 * @param addressId the account's address, or null
 * @param hash keyed hash of the address, or of what stands for it in a decoy
 * @param subject under what wrong tries are counted
 */
record CodeTarget(
    Channel channel,
    Way way,
    CodeUse use,
    String address,
    String addressId,
    String hash,
    String subject) {

  /** Whether a code to it can be right at all. */
  boolean deliverable() {
    return address != null;
  }

  /** The same without anybody who gets the code, which then is never right. */
  CodeTarget toNobody() {
    return new CodeTarget(channel, way, use, null, addressId, hash, subject);
  }
}
