package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.call.HttpRefusal;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.http.contract.RequestReader;
import dev.taxon.server.http.shape.SavedConfigurationShape;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.store.Answering;
import dev.taxon.store.Preset;
import dev.taxon.store.PresetChange;
import dev.taxon.store.Presets;
import dev.taxon.store.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Presets: configurations that are saved under a name. */
public final class PresetRoutes implements SavedConfigurations {
  private static final String PREFIX = "cfg-";
  private static final String CLASSIFY = "classify_v2";
  private static final String THING = "Configuration";
  private static final List<Object> PARAMETERS = List.of("body", "parameters");
  private static final String PARSING = "parsing_configuration";

  private final Tenants tenants;
  private final Presets presets;
  private final RequestReader reader;
  private final Pages pages;

  public PresetRoutes(Tenants tenants, Presets presets, RequestReader reader, PageTokens tokens) {
    this.tenants = tenants;
    this.presets = presets;
    this.reader = reader;
    this.pages = new Pages(tokens);
  }

  public Map<String, Action> actions() {
    return Map.of(
        "saveConfiguration", this::save,
        "listConfigurations", this::list,
        "getConfiguration", call -> Answer.json(200, SavedConfigurationShape.of(find(call))),
        "changeConfiguration", this::change,
        "deleteConfiguration", this::delete);
  }

  @Override
  public Optional<Saved> find(Scope scope, String id) {
    return uuid(id)
        .flatMap(preset -> presets.find(scope, preset))
        .map(preset -> new Saved(preset.productType(), preset.parameters()));
  }

  private Answer save(Call call) throws IOException {
    UUID project = project(call);
    JsonNode body = call.inputs().body();
    JsonNode parameters = body.path("parameters");
    String kept = checked(parameters).toString();
    return call.once(
        (Answering<Preset> answering) ->
            presets.save(
                project, body.path("name").stringValue(), product(parameters), kept, answering),
        preset -> Answer.json(201, SavedConfigurationShape.of(preset)));
  }

  private Answer list(Call call) {
    UUID project = project(call);
    String list = "configurations " + project;
    var slice =
        presets.list(
            new Scope(call.key().organizationId(), project),
            call.inputs().queryList("product_type"),
            call.inputs().query("name").orElse(null),
            pages.place(call.inputs().query("page_token"), list),
            call.inputs().queryInt("page_size"));
    return Answer.json(200, pages.page(slice, list, SavedConfigurationShape::of));
  }

  private Answer change(Call call) {
    Preset before = find(call);
    JsonNode body = call.inputs().body();
    JsonNode parameters = body.path("parameters");
    if (parameters.isObject() && !product(parameters).equals(before.productType())) {
      throw new InvalidRequest(
          Problem.value(
              List.of("body", "parameters", "product_type"),
              "a configuration of " + before.productType() + " cannot become another product's",
              parameters.path("product_type")));
    }
    var change =
        presets.change(
            reach(call),
            before.id(),
            Inputs.text(body, "name").orElse(null),
            parameters.isObject() ? checked(parameters).toString() : null);
    return switch (change) {
      case PresetChange.Changed(Preset preset) ->
          Answer.json(200, SavedConfigurationShape.of(preset));
      case PresetChange.Missing() -> throw Refused.unknown(THING);
      // clients repeat a conflict unless they are told not to
      case PresetChange.NameTaken() ->
          throw new HttpRefusal(
              409, "Configuration name already exists", Map.of("X-Should-Retry", "false"));
    };
  }

  private Answer delete(Call call) {
    if (!presets.delete(reach(call), find(call).id())) {
      throw Refused.unknown(THING);
    }
    return Answer.empty(204);
  }

  private Preset find(Call call) {
    return call.inputs()
        .path("configuration_id")
        .flatMap(PresetRoutes::uuid)
        .flatMap(id -> presets.find(reach(call), id))
        .orElseThrow(() -> Refused.unknown(THING));
  }

  private static Optional<UUID> uuid(String id) {
    return id.startsWith(PREFIX) ? Formats.uuid(id.substring(PREFIX.length())) : Optional.empty();
  }

  private static String product(JsonNode parameters) {
    return parameters.path("product_type").stringValue();
  }

  /** What is kept: of a classify configuration what was understood, of others what was sent. */
  private JsonNode checked(JsonNode parameters) {
    if (!product(parameters).equals(CLASSIFY)) {
      return parameters;
    }
    JsonNode read = reader.readPart(parameters, "ClassifyConfiguration", PARAMETERS);
    ObjectNode kept = ((ObjectNode) read).objectNode();
    kept.put("product_type", CLASSIFY);
    kept.set("rules", read.path("rules"));
    kept.set("mode", read.path("mode"));
    kept.set(PARSING, read.has(PARSING) ? read.get(PARSING) : kept.nullNode());
    return kept;
  }

  private UUID project(Call call) {
    return tenants.project(call.key(), call.project(), call.organization());
  }

  private Scope reach(Call call) {
    return tenants.reach(call.key(), call.project(), call.organization());
  }
}
