package dev.latchkey.flow;

import java.util.List;

/**
 * What moving would do.
 *
 * @param label of the process
 * @param running all that runs on the earlier version
 * @param places where they wait, those that can be moved first
 * @param unseen how many more there are than were looked at
 * @param changes from the one version to the other
 */
public record Forecast(
    String label,
    String fromId,
    int from,
    String toId,
    int to,
    long running,
    List<Place> places,
    long unseen,
    List<String> changes) {

  /**
   * Instances that wait at the same place.
   *
   * @param where labels of the elements
   * @param obstacles why they cannot be moved; none if they can
   */
  public record Place(String where, int count, List<String> obstacles) {}

  /** How many can be moved, as far as was looked. */
  public int movable() {
    return places.stream().filter(p -> p.obstacles().isEmpty()).mapToInt(Place::count).sum();
  }
}
