package dev.latchkey.flow;

import java.util.List;

/**
 * What moving would do.
 *
 * @param label of the process
 * @param most how many are moved in one go
 * @param places where they wait, those that can be moved first
 * @param changes from the one version to the other
 */
public record Forecast(
    String label,
    String fromId,
    int from,
    String toId,
    int to,
    int most,
    List<Place> places,
    List<String> changes) {

  /**
   * Instances that wait at the same place.
   *
   * @param where labels of the elements
   * @param obstacles why they cannot be moved; none if they can
   */
  public record Place(String where, int count, List<String> obstacles) {}

  /** All that runs on the earlier version. */
  public int running() {
    return places.stream().mapToInt(Place::count).sum();
  }

  /** How many can be moved. */
  public int movable() {
    return places.stream().filter(p -> p.obstacles().isEmpty()).mapToInt(Place::count).sum();
  }

  /** How many of them go at once. */
  public int next() {
    return Math.min(most, movable());
  }
}
