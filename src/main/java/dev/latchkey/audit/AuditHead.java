package dev.latchkey.audit;

/**
 * The end of the chain, and its anchor: the last of the entries that retention removed.
 *
 * @param seq number of the last chained entry; 0 if there is none
 * @param hash its hash; empty if there is none
 * @param anchorSeq number of the last removed entry; 0 if there is none
 * @param anchorHash its hash; empty if there is none
 * @param seal keyed hash of all that; null before the first start
 */
record AuditHead(long seq, String hash, long anchorSeq, String anchorHash, String seal) {

  /** Nothing was ever chained: entries without a seal are from before there were any. */
  boolean untouched() {
    return seal == null && seq == 0;
  }
}
