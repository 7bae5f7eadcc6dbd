package dev.latchkey.process.guard;

import java.util.Optional;

/** What was deployed before, for references that are bound to the latest version. */
public interface Elsewhere {
  /** Nothing was. */
  Elsewhere NOTHING =
      new Elsewhere() {
        @Override
        public Optional<byte[]> process(String id) {
          return Optional.empty();
        }

        @Override
        public boolean decision(String id) {
          return false;
        }

        @Override
        public Optional<byte[]> form(String id) {
          return Optional.empty();
        }
      };

  /** The diagram in which the latest version of this process is, or empty. */
  Optional<byte[]> process(String id);

  /** Whether there is such a decision. */
  boolean decision(String id);

  /** The latest version of this form, or empty. */
  Optional<byte[]> form(String id);
}
