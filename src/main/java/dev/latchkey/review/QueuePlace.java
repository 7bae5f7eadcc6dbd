package dev.latchkey.review;

import java.time.Duration;

/**
 * Where a request to support stands in the queue.
 *
 * @param place 1 for the next one to be looked at
 * @param usualWait how long it took lately until someone decided, or null if that is not known
 */
public record QueuePlace(int place, Duration usualWait) {}
