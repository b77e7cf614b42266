package dev.taxon.store;

import java.util.UUID;

/** A webhook that is to hear of a job. */
public sealed interface JobWebhook {
  /** A saved one of the job's project, which exists or was deleted a moment ago. */
  record Saved(UUID id) implements JobWebhook {}

  /** One of the job's own. */
  record Own(WebhookDraft draft) implements JobWebhook {}
}
