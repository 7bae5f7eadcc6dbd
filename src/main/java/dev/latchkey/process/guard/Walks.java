package dev.latchkey.process.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All walks of one check, each made once. */
final class Walks {
  private static final int MOST = 200_000;
  private final Project project;
  private final Map<Key, Walk.Result> done = new HashMap<>();
  private final Set<Scope> running = new HashSet<>();
  private final Liveness liveness;
  private int steps;

  private record Key(Scope scope, Standing entry) {}

  /** The diagrams branch too much to be walked through. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A process calls itself, directly or through others. */
  static final class CallsItself extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Walks(Project project) {
    this.project = project;
    this.liveness = new Liveness(project);
  }

  Project project() {
    return project;
  }

  Liveness liveness() {
    return liveness;
  }

  Walk.Result of(Scope scope, Standing entry) {
    Key key = new Key(scope, entry);
    Walk.Result known = done.get(key);
    if (known != null) {
      return known;
    }
    if (!running.add(scope)) {
      throw new CallsItself();
    }
    Walk.Result result = new Walk(this, scope).from(entry);
    running.remove(scope);
    done.put(key, result);
    return result;
  }

  void count() {
    if (++steps > MOST) {
      throw new TooLarge();
    }
  }
}
