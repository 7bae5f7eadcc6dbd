package dev.latchkey.web;

import dev.latchkey.recovery.Steps;
import java.time.Duration;

/**
 * Where a page of steps stands. All places share their pages; each has its own address, cookie and
 * cases.
 *
 * @param base path of the page; its forms lie below
 * @param cookie name of the cookie with the case's token
 * @param age how long a browser keeps that cookie
 * @param steps the cases that can be seen here
 * @param without where somebody without a case is led
 */
record StepPlace(String base, String cookie, Duration age, Steps steps, String without) {

  /** Whether this path belongs to the place. */
  boolean holds(String path) {
    return path.equals(base) || path.startsWith(base + "/");
  }
}
