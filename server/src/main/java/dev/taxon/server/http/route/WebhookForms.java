package dev.taxon.server.http.route;

import dev.taxon.server.http.call.HttpRefusal;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.http.shape.WebhookShape;
import dev.taxon.server.outbound.Outbound;
import dev.taxon.server.outbound.RefusedTarget;
import dev.taxon.server.outbound.Target;
import dev.taxon.server.webhooks.HookSecrets;
import dev.taxon.server.webhooks.Sealing;
import dev.taxon.store.JobWebhook;
import dev.taxon.store.Scope;
import dev.taxon.store.Webhook;
import dev.taxon.store.WebhookDraft;
import dev.taxon.store.Webhooks;
import dev.taxon.store.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Webhooks as requests bring them. One whose target is known to be out of reach is refused here,
 * where its owner hears of it, and not forgotten later.
 */
final class WebhookForms {
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e]{0,4096}");
  private static final String URL = "webhook_url";
  private static final String EVENTS = "webhook_events";
  private static final String HEADERS = "webhook_headers";
  private static final String FORMAT = "webhook_output_format";
  private static final String SECRET = "webhook_signing_secret";

  private final Webhooks webhooks;
  private final Outbound outbound;
  private final Sealing sealing;
  private final boolean allowed;

  /**
   * Forms of webhooks.
   *
   * @param allowed whether this server sends any
   */
  WebhookForms(Webhooks webhooks, Outbound outbound, Sealing sealing, boolean allowed) {
    this.webhooks = webhooks;
    this.outbound = outbound;
    this.sealing = sealing;
    this.allowed = allowed;
  }

  /**
   * Those that a job is made with: the saved ones that it names, then its own.
   *
   * @throws HttpRefusal when a saved one is unknown
   * @throws InvalidRequest when one of its own cannot be used
   */
  List<JobWebhook> ofJob(JsonNode body, Scope project, Wire wire) {
    UUID projectId = Objects.requireNonNull(project.project());
    var all = new ArrayList<JobWebhook>();
    for (JsonNode id : body.path("webhook_configuration_ids").values()) {
      Webhook found = saved(project, id.stringValue());
      refuseWhereOff(List.of("body", "webhook_configuration_ids"), id);
      all.add(new JobWebhook.Saved(found.id()));
    }
    JsonNode own = body.path("webhook_configurations");
    for (int i = 0; i < own.size(); i++) {
      List<Object> at = List.of("body", "webhook_configurations", i);
      all.add(new JobWebhook.Own(draft(own.get(i), at, projectId, wire)));
    }
    return all;
  }

  private Webhook saved(Scope project, String spelling) {
    return uuid(spelling)
        .flatMap(id -> webhooks.find(project, id))
        .orElseThrow(
            () -> new HttpRefusal(404, "Webhook configuration " + spelling + " not found"));
  }

  static Optional<UUID> uuid(String spelling) {
    return Formats.prefixed(WebhookShape.PREFIX, spelling);
  }

  /** A webhook to keep, of the members that were sent. */
  WebhookDraft draft(JsonNode form, List<Object> at, UUID projectId, @Nullable Wire wire) {
    String url = url(form, at);
    return draft(form, url, headers(form, at), projectId, wire, sealing);
  }

  /**
   * One that was taken before webhooks were sealed: nobody is there to hear what is wrong with it,
   * and its target is looked at whenever it is sent to.
   */
  static WebhookDraft taken(JsonNode form, UUID projectId, Wire wire, Sealing sealing) {
    var headers = new LinkedHashMap<String, String>();
    form.path(HEADERS)
        .propertyStream()
        .filter(header -> isHeader(header.getKey(), header.getValue().asString("")))
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
    return draft(form, form.path(URL).asString(), headers, projectId, wire, sealing);
  }

  private static WebhookDraft draft(
      JsonNode form,
      String url,
      Map<String, String> headers,
      UUID projectId,
      @Nullable Wire wire,
      Sealing sealing) {
    var secrets = new HookSecrets(headers, Inputs.text(form, SECRET).orElse(null));
    return new WebhookDraft(
        url,
        events(form, wire),
        format(form),
        sealing.seal(projectId, secrets),
        secrets.signing() != null);
  }

  /** What a saved one becomes: members that were sent replace its own, null empties them. */
  WebhookDraft changed(Webhook before, HookSecrets secrets, JsonNode form) {
    List<Object> at = List.of("body");
    var kept =
        new HookSecrets(
            form.has(HEADERS) ? headers(form, at) : secrets.headers(),
            form.has(SECRET) ? Inputs.text(form, SECRET).orElse(null) : secrets.signing());
    return new WebhookDraft(
        form.has(URL) ? url(form, at) : before.url(),
        form.has(EVENTS) ? events(form, null) : before.events(),
        form.has(FORMAT) ? format(form) : before.format(),
        sealing.seal(before.projectId(), kept),
        kept.signing() != null);
  }

  private String url(JsonNode form, List<Object> at) {
    JsonNode sent = form.path(URL);
    List<Object> place = with(at, URL);
    refuseWhereOff(place, sent);
    try {
      outbound.check(Target.of(sent.stringValue()));
      return sent.stringValue();
    } catch (RefusedTarget e) {
      throw new InvalidRequest(Problem.value(place, e.sentence(), sent));
    }
  }

  private void refuseWhereOff(List<Object> place, JsonNode sent) {
    if (!allowed) {
      throw new InvalidRequest(
          Problem.value(
              place, "this server sends no webhooks; its setting TAXON_WEBHOOKS says so", sent));
    }
  }

  /** Null for all. The first wire's own prose speaks of {@code parse.*} where it means its jobs. */
  private static @Nullable List<String> events(JsonNode form, @Nullable Wire wire) {
    JsonNode sent = form.path(EVENTS);
    if (!sent.isArray()) {
      return null;
    }
    return sent.valueStream()
        .map(JsonNode::stringValue)
        .flatMap(event ->
            wire == Wire.V1 && event.startsWith("parse.")
                ? Stream.of(event, "classify." + event.substring("parse.".length()))
                : Stream.of(event))
        .distinct()
        .toList();
  }

  private static Webhook.Format format(JsonNode form) {
    return Inputs.text(form, FORMAT)
        .map(word -> Webhook.Format.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(Webhook.Format.STRING);
  }

  private static Map<String, String> headers(JsonNode form, List<Object> at) {
    var headers = new LinkedHashMap<String, String>();
    form.path(HEADERS)
        .propertyStream()
        .forEach(header -> {
          String name = header.getKey();
          String value = header.getValue().stringValue();
          if (!isHeader(name, value)) {
            throw new InvalidRequest(
                Problem.value(
                    with(with(at, HEADERS), name),
                    "a header has a name of letters, digits and hyphens, and a value of printable"
                        + " ASCII characters",
                    header.getValue()));
          }
          headers.put(name, value);
        });
    return headers;
  }

  private static boolean isHeader(String name, String value) {
    return HEADER_NAME.matcher(name).matches() && HEADER_VALUE.matcher(value).matches();
  }

  private static List<Object> with(List<Object> place, Object step) {
    var longer = new ArrayList<>(place);
    longer.add(step);
    return longer;
  }
}
