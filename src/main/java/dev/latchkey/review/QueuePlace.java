package dev.latchkey.review;

import java.time.Duration;

/**
 * Where a request stands among those that wait for support.
 *
 * @param place 1 for the next one to be looked at
 * @param usualWait how long recent decisions took, or a day where there are none yet
 */
public record QueuePlace(int place, Duration usualWait) {}
