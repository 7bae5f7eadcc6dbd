package dev.latchkey.process.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through one process or sub-process from one standing: a search over pairs of element and
 * standing, so that each place is looked at once for everything that can be known there.
 *
 * <p>Events can happen at any place of what they hang on, so what follows a boundary event or an
 * event sub-process is walked from every standing met inside.
 */
final class Walk {
  private final Walks walks;
  private final Scope scope;
  private final Map<Place, Trail> seen = new LinkedHashMap<>();
  private final Map<Node, List<Standing>> metAt = new HashMap<>();
  private final Deque<Place> open = new ArrayDeque<>();
  private final Map<Standing, Trail> exits = new LinkedHashMap<>();
  private final Map<Standing, Trail> everywhere = new LinkedHashMap<>();
  private final List<Breach> breaches = new ArrayList<>();

  private record Place(Node node, Standing standing) {}

  /** A place that must not be reached like this. */
  record Breach(Node node, Standing standing, Trail trail) {}

  /**
   * @param exits standings with which it can end by itself
   * @param everywhere standings met inside
   */
  record Result(
      Map<Standing, Trail> exits, Map<Standing, Trail> everywhere, List<Breach> breaches) {}

  Walk(Walks walks, Scope scope) {
    this.walks = walks;
    this.scope = scope;
  }

  Result from(Standing entry) {
    scope.starts().forEach(start -> reach(start, entry, null));
    walkOn();
    for (Node event : scope.eventSubProcesses().toList()) {
      for (Map.Entry<Standing, Trail> at : new LinkedHashMap<>(everywhere).entrySet()) {
        Result result = walks.of(event.inner(), at.getKey());
        take(result, at.getValue());
        if (event.inner().interrupts()) {
          result.exits().forEach((s, t) -> exits.putIfAbsent(s, at.getValue().then(t)));
        }
      }
    }
    return new Result(exits, everywhere, breaches);
  }

  private void walkOn() {
    while (!open.isEmpty()) {
      Place place = open.poll();
      walks.count();
      Trail trail = seen.get(place);
      everywhere.putIfAbsent(place.standing(), trail);
      if (Goals.refused(place.node(), place.standing())) {
        breaches.add(new Breach(place.node(), place.standing(), trail));
      }
      pass(place.node(), place.standing(), trail);
    }
  }

  private void pass(Node node, Standing standing, Trail trail) {
    if (node.inner() != null) {
      Result inside = walks.of(node.inner(), standing);
      take(inside, trail);
      happen(node, inside.everywhere(), trail);
      inside.exits().forEach((after, way) -> leave(node, after, trail.then(way)));
    } else if (node.is("callActivity")) {
      call(node, standing, trail);
    } else {
      node.boundaries().forEach(event -> reach(event, standing, trail));
      Effects.of(node, standing).forEach(after -> leave(node, after, trail));
    }
  }

  private void take(Result inside, Trail trail) {
    inside.everywhere().forEach((s, t) -> everywhere.putIfAbsent(s, trail.then(t)));
    inside.breaches().stream()
        .map(b -> new Breach(b.node(), b.standing(), trail.then(b.trail())))
        .forEach(breaches::add);
  }

  private void happen(Node node, Map<Standing, Trail> inside, Trail trail) {
    for (Node event : node.boundaries()) {
      inside.forEach((standing, way) -> reach(event, standing, trail));
    }
  }

  private void call(Node call, Standing standing, Trail trail) {
    Optional<Scope> process = walks.project().called(call);
    if (process.isEmpty()) {
      leave(call, Calls.backFromAnyVersion(standing), trail);
      return;
    }
    Result inside = walks.of(process.get(), standing.called(Calls.channel(call)));
    inside.breaches().stream()
        .map(b -> new Breach(b.node(), b.standing(), trail.then(b.trail())))
        .forEach(breaches::add);
    Set<Standing> met = inside.everywhere().keySet();
    met.forEach(s -> everywhere.putIfAbsent(standing.after(s), trail));
    for (Node event : call.boundaries()) {
      met.forEach(s -> reach(event, standing.after(s), trail));
    }
    if (Project.boundToDeployment(call)) {
      inside.exits().keySet().forEach(s -> leave(call, Calls.back(call, standing, s), trail));
    } else {
      leave(call, Calls.backFromAnyVersion(standing), trail);
    }
  }

  private void leave(Node node, Standing standing, Trail trail) {
    if (node.is("endEvent")) {
      if (node.definition("error").isEmpty()) {
        exits.putIfAbsent(standing, trail);
      }
      return;
    }
    for (Flow flow : node.outgoing()) {
      taken(node, flow, standing.known())
          .ifPresent(
              known -> reach(flow.target(), standing.knowing(known), trail.then(answer(flow))));
    }
  }

  private static String answer(Flow flow) {
    return flow.source().decides() && !flow.label().isEmpty() ? "“" + flow.label() + "”" : "";
  }

  /** What is known when a flow is taken, or empty if it cannot be. */
  private static Optional<Map<String, Value>> taken(
      Node node, Flow flow, Map<String, Value> known) {
    Optional<Map<String, Value>> after = Optional.of(known);
    if (!flow.isDefault()) {
      return Conditions.assume(known, flow, true);
    }
    for (Flow other : node.outgoing()) {
      if (!other.equals(flow) && !other.condition().isEmpty()) {
        after = after.flatMap(k -> Conditions.assume(k, other, false));
      }
    }
    return after;
  }

  private void reach(Node node, Standing arriving, Trail before) {
    Standing standing = arriving.forgettingAllBut(walks.liveness().at(node));
    List<Standing> met = metAt.computeIfAbsent(node, n -> new ArrayList<>());
    if (met.stream().noneMatch(earlier -> earlier.covers(standing))) {
      met.add(standing);
      String label = node.element().label();
      Trail trail =
          before == null ? Trail.at(node.label()) : label.isEmpty() ? before : before.then(label);
      Place place = new Place(node, standing);
      seen.put(place, trail);
      open.add(place);
    }
  }
}
