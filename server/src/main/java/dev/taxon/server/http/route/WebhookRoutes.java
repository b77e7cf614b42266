package dev.taxon.server.http.route;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.call.HttpRefusal;
import dev.taxon.server.http.shape.WebhookShape;
import dev.taxon.server.webhooks.HookSecrets;
import dev.taxon.server.webhooks.Seal;
import dev.taxon.server.webhooks.Sealing;
import dev.taxon.store.Answering;
import dev.taxon.store.Scope;
import dev.taxon.store.Webhook;
import dev.taxon.store.Webhooks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Webhooks that are saved, so that jobs can name them. */
final class WebhookRoutes {
  private final Tenants tenants;
  private final Webhooks webhooks;
  private final WebhookForms forms;
  private final Sealing sealing;

  WebhookRoutes(Tenants tenants, Webhooks webhooks, WebhookForms forms, Sealing sealing) {
    this.tenants = tenants;
    this.webhooks = webhooks;
    this.forms = forms;
    this.sealing = sealing;
  }

  Map<String, Action> actions() {
    return Map.of(
        "createWebhookConfig", this::create,
        "listWebhookConfigs", this::list,
        "getWebhookConfig", call -> Answer.json(200, shape(find(call))),
        "changeWebhookConfig", this::change,
        "deleteWebhookConfig", this::delete);
  }

  private Answer create(Call call) throws IOException {
    UUID project = tenants.project(call.key(), call.project(), call.organization());
    var draft = forms.draft(call.inputs().body(), List.of("body"), project, null);
    return call.once(
        (Answering<Webhook> answering) -> webhooks.save(project, draft, answering),
        webhook -> Answer.json(201, shape(webhook)));
  }

  private Answer list(Call call) {
    UUID project = tenants.project(call.key(), call.project(), call.organization());
    return Answer.json(
        200,
        webhooks.list(new Scope(call.key().organizationId(), project)).stream()
            .map(this::shape)
            .toList());
  }

  private Answer change(Call call) {
    Webhook before = find(call);
    var draft = forms.changed(before, opened(before), call.inputs().body());
    return Answer.json(
        200,
        shape(webhooks.change(reach(call), before.id(), draft).orElseThrow(() -> unknown(call))));
  }

  private Answer delete(Call call) {
    if (!webhooks.delete(reach(call), find(call).id())) {
      throw unknown(call);
    }
    return Answer.empty(204);
  }

  private Webhook find(Call call) {
    return call.inputs()
        .path("webhook_config_id")
        .flatMap(WebhookForms::uuid)
        .flatMap(id -> webhooks.find(reach(call), id))
        .orElseThrow(() -> unknown(call));
  }

  private static HttpRefusal unknown(Call call) {
    return new HttpRefusal(
        404,
        "Webhook configuration "
            + call.inputs().path("webhook_config_id").orElse("")
            + " not found");
  }

  private WebhookShape shape(Webhook webhook) {
    return WebhookShape.of(webhook, opened(webhook));
  }

  /** Nothing where its key is not here any more: then its owner has to set them again. */
  private HookSecrets opened(Webhook webhook) {
    try {
      return sealing.open(webhook);
    } catch (Seal.WrongKey e) {
      return HookSecrets.NONE;
    }
  }

  private Scope reach(Call call) {
    return tenants.reach(call.key(), call.project(), call.organization());
  }
}
