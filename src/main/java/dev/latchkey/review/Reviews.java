package dev.latchkey.review;

import java.util.Optional;

/** The reviews of support staff, as far as pages need them. */
public interface Reviews {

  /** The place of this case in the queue, or empty if nobody needs to look at it now. */
  Optional<QueuePlace> placeOf(String caseId);
}
