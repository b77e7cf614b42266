package dev.taxon.server.http.shape;

import dev.taxon.server.webhooks.HookSecrets;
import dev.taxon.store.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A saved webhook; of its secret only that there is one. */
public record WebhookShape(
    String id,
    Instant createdAt,
    Instant updatedAt,
    String tenantType,
    UUID tenantId,
    String webhookUrl,
    @Nullable List<String> webhookEvents,
    @Nullable Map<String, String> webhookHeaders,
    String webhookOutputFormat,
    boolean hasSecret) {
  public static final String PREFIX = "whc-";

  public static WebhookShape of(Webhook webhook, HookSecrets secrets) {
    return new WebhookShape(
        PREFIX + webhook.id(),
        webhook.createdAt(),
        webhook.updatedAt(),
        "project",
        webhook.projectId(),
        webhook.url(),
        webhook.events(),
        secrets.headers().isEmpty() ? null : new TreeMap<>(secrets.headers()),
        webhook.format().name().toLowerCase(Locale.ROOT),
        webhook.hasSecret());
  }
}
