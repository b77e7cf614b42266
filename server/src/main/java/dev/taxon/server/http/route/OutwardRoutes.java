package dev.taxon.server.http.route;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.server.outbound.Outbound;
import dev.taxon.server.webhooks.Seal;
import dev.taxon.server.webhooks.Sealing;
import dev.taxon.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The parts of the wire that lead out of this machine: webhooks, deliveries, files by URL. */
public final class OutwardRoutes {
  private final WebhookForms webhooks;
  private final UrlFetch urls;
  private final Map<String, Action> actions = new HashMap<>();

  /**
   * How the wire may lead out.
   *
   * @param outbound looks at targets, and fetches
   * @param seal keeps secret at rest what webhooks and answers hold
   * @param webhooks whether they are taken
   * @param urls whether files may be named by their URL
   * @param fetchTime for all of one fetch
   */
  public record Outreach(
      Outbound outbound, Seal seal, boolean webhooks, boolean urls, Duration fetchTime) {}

  public OutwardRoutes(
      Outreach outreach,
      Tenants tenants,
      Store store,
      UserFiles files,
      ClassifyJobs jobs,
      PageTokens tokens) {
    var sealing = new Sealing(outreach.seal());
    this.webhooks =
        new WebhookForms(store.webhooks(), outreach.outbound(), sealing, outreach.webhooks());
    this.urls = new UrlFetch(files, outreach.outbound(), outreach.urls(), outreach.fetchTime());
    actions.putAll(new WebhookRoutes(tenants, store.webhooks(), webhooks, sealing).actions());
    actions.putAll(new DeliveryRoutes(tenants, store.deliveries(), jobs, tokens).actions());
  }

  WebhookForms webhooks() {
    return webhooks;
  }

  UrlFetch urls() {
    return urls;
  }

  public Map<String, Action> actions() {
    return Map.copyOf(actions);
  }
}
