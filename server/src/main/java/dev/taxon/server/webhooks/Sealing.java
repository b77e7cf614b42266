package dev.taxon.server.webhooks;

import dev.taxon.store.Webhook;
import dev.taxon.store.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** How the secrets of webhooks are kept: sealed, each good for its own project alone. */
public final class Sealing {
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int AT_ONCE = 100;

  private final Seal seal;

  public Sealing(Seal seal) {
    this.seal = seal;
  }

  /** Sealed; null where there is nothing to keep. */
  public @Nullable String seal(UUID projectId, HookSecrets secrets) {
    return secrets.isEmpty()
        ? null
        : seal.seal(MAPPER.writeValueAsString(secrets), place(projectId));
  }

  /**
   * Opened.
   *
   * @throws Seal.WrongKey when the key they were sealed with is not here any more
   */
  public HookSecrets open(Webhook webhook) throws Seal.WrongKey {
    String sealed = webhook.sealed();
    return sealed == null
        ? HookSecrets.NONE
        : MAPPER.readValue(seal.open(sealed, place(webhook.projectId())), HookSecrets.class);
  }

  /** Seals anew, with the first key, what was sealed with another one that is still here. */
  public void renew(Webhooks webhooks) {
    var others = webhooks.sealedOtherwise(seal.prefix(), AT_ONCE);
    while (!others.isEmpty()) {
      var opened = new ArrayList<Webhook>();
      var sealed = new ArrayList<String>();
      for (var webhook : others) {
        try {
          String again = seal(webhook.projectId(), open(webhook));
          if (again != null) {
            opened.add(webhook);
            sealed.add(again);
          }
        } catch (Seal.WrongKey e) {
          LOG.warn(
              "The secrets of the webhook {} were sealed with a key that is not here any more;"
                  + " nothing is sent to it until its owner sets them again.",
              webhook.id());
        }
      }
      webhooks.sealAgain(opened, sealed);
      // those that do not open would come again
      others =
          opened.size() < others.size()
              ? List.of()
              : webhooks.sealedOtherwise(seal.prefix(), AT_ONCE);
    }
  }

  private static String place(UUID projectId) {
    return "webhooks of " + projectId;
  }
}
