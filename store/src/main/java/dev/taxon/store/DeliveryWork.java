package dev.taxon.store;

import java.util.UUID;

/**
 * A delivery to send now.
 *
 * @param attempts made before
 * @param attemptsLeft with this one
 * @param webhook as it is now
 */
public record DeliveryWork(
    UUID id,
    String eventType,
    String receiver,
    String body,
    int attempts,
    int attemptsLeft,
    Webhook webhook) {}
