package dev.latchkey.review.evidence;

import java.util.Locale;

/** Why a file is not taken. */
public enum EvidenceProblem {
  /** Nothing was chosen, or it is empty. */
  MISSING,
  /** More bytes than a file may have. */
  TOO_LARGE,
  /** Neither JPEG, nor PNG, nor PDF. */
  KIND,
  /** More points than are looked at. */
  TOO_MANY_POINTS,
  /** More pages than are looked at. */
  TOO_MANY_PAGES,
  /** Opens with a password alone. */
  PROTECTED,
  /** Begins like one of the three and is broken. */
  UNREADABLE,
  /** Takes more time or memory than a picture of something needs. */
  TOO_MUCH,
  /** The request has as many files as it may have. */
  FULL,
  /** Too many tries from this request or this network today. */
  TOO_OFTEN,
  /** Others' files are being looked at, or there is no room for more just now. */
  BUSY,
  /** The request is decided or over, or there is none. */
  LATE;

  /** Part of text keys, and the value in the REST interface. */
  public String key() {
    return "file-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
