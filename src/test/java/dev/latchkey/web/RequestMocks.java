package dev.latchkey.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.review.AskedFacts;
import dev.latchkey.review.Fact;
import dev.latchkey.review.QueuePlace;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import dev.latchkey.review.evidence.AddedEvidence;
import dev.latchkey.review.evidence.Evidence;
import dev.latchkey.review.evidence.EvidenceFiles;
import dev.latchkey.review.evidence.EvidenceProblem;
import dev.latchkey.review.evidence.FileKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request to support in tests of pages: third in the queue, with two files. */
final class RequestMocks {
  /** A name with markup and an expression in it, which must stay text. */
  static final String NAME =
      "<b>letter</b>${7*7}_a-letter-from-the-bank-with-a-very-long-name-indeed.jpeg";

  private RequestMocks() {}

  static Reviews reviews() {
    Reviews reviews = mock(Reviews.class);
    when(reviews.placeOf(any()))
        .thenReturn(Optional.of(new QueuePlace(3, Duration.ofMinutes(200))));
    when(reviews.of(any())).thenAnswer(call -> Optional.of(review(call.getArgument(0))));
    return reviews;
  }

  private static Review review(String caseId) {
    return new Review(
        "review",
        caseId,
        "My phone was stolen.",
        "phone, backup-codes",
        "last Sunday",
        "me@example.org",
        Situations.NOW.minusSeconds(500),
        "WAITING",
        null,
        Situations.NOW.minusSeconds(500),
        null);
  }

  /** Everything that can be asked. */
  static AskedFacts facts() {
    AskedFacts facts = mock(AskedFacts.class);
    when(facts.list()).thenReturn(List.of(Fact.values()));
    return facts;
  }

  /** Refuses every file as one of another kind. */
  static EvidenceFiles files() {
    EvidenceFiles files = mock(EvidenceFiles.class);
    when(files.takes(any())).thenReturn(true);
    when(files.of(any()))
        .thenReturn(
            List.of(
                new Evidence("one", NAME, FileKind.JPEG, 1, 500_000, Situations.NOW),
                new Evidence("two", "通帳.pdf", FileKind.PDF, 3, 900_000, Situations.NOW)));
    when(files.add(any(), any(), any(), any()))
        .thenReturn(new AddedEvidence.Refused(EvidenceProblem.KIND));
    return files;
  }
}
