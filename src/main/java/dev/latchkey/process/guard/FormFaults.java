package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one form. */
final class FormFaults {
  private final List<OwnFormReader.Fault> found = new ArrayList<>();

  void add(String problem, String remedy) {
    found.add(new OwnFormReader.Fault(problem, remedy));
  }

  List<OwnFormReader.Fault> all() {
    return List.copyOf(found);
  }
}
