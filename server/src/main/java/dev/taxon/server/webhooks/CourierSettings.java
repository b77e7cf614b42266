package dev.taxon.server.webhooks;

import java.time.Duration;

/**
 * How deliveries are sent.
 *
 * @param server a name by which this server knows its own claims after a death
 * @param userAgent what deliveries say they come from
 * @param answer how long a receiver may take
 * @param firstPause between the first try and the second; doubles from try to try
 * @param attempts at most so many tries
 * @param atOnce deliveries under way at once
 * @param perReceiver of them to one host
 */
public record CourierSettings(
    String server,
    String userAgent,
    Duration answer,
    Duration firstPause,
    int attempts,
    int atOnce,
    int perReceiver) {
  /** As the contract has it: three tries, a second and then two between them, 30 s for each. */
  public static CourierSettings standard(String server, String userAgent) {
    return new CourierSettings(
        server, userAgent, Duration.ofSeconds(30), Duration.ofSeconds(1), 3, 32, 4);
  }
}
