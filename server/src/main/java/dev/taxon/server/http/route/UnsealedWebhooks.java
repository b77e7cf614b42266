package dev.taxon.server.http.route;

import dev.taxon.server.webhooks.Sealing;
import dev.taxon.store.Webhooks;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Webhooks of jobs that an older version took and kept in the clear, while these have not ended.
 */
public final class UnsealedWebhooks {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int AT_ONCE = 100;

  private UnsealedWebhooks() {}

  /** Seals all of them; to be done before work goes on. */
  public static void seal(Webhooks webhooks, Sealing sealing) {
    List<Webhooks.Unsealed> some = webhooks.unsealed(AT_ONCE);
    while (!some.isEmpty()) {
      for (var one : some) {
        var drafts =
            MAPPER
                .readTree(one.json())
                .valueStream()
                .map(form -> WebhookForms.taken(form, one.projectId(), one.wire(), sealing))
                .toList();
        webhooks.sealed(one, drafts);
      }
      some = webhooks.unsealed(AT_ONCE);
    }
  }
}
