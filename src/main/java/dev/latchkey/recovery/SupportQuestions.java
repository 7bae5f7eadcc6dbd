package dev.latchkey.recovery;

import java.util.List;
import java.util.Optional;

/** What support wants to know from a person now; whoever keeps the questions answers. */
public interface SupportQuestions {

  /** What is open at this case, or empty. */
  Optional<Open> of(String caseId);

  /**
   * One round of questions.
   *
   * @param questions keys, in the order in which they are asked; may be empty
   * @param readOut whether a code that support reads out is wanted
   */
  record Open(int round, List<String> questions, boolean readOut) {
    public Open {
      questions = List.copyOf(questions);
    }
  }
}
