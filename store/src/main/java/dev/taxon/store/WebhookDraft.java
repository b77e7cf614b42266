package dev.taxon.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook to keep.
 *
 * @param url as checked
 * @param events names of those that it wants, or null for all
 * @param format how bodies look
 * @param sealed headers and signing secret, sealed by the server; null for neither
 * @param hasSecret whether a signing secret is among them
 */
public record WebhookDraft(
    String url,
    @Nullable List<String> events,
    Webhook.Format format,
    @Nullable String sealed,
    boolean hasSecret) {
  public WebhookDraft {
    url = Text.storable(url);
    events = events == null ? null : List.copyOf(events);
  }
}
