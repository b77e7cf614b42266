package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.shape.DeliveryShape;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Answering;
import dev.taxon.store.Deliveries;
import dev.taxon.store.Delivery;
import dev.taxon.store.DeliveryFilter;
import dev.taxon.store.DeliveryStatus;
import dev.taxon.store.Scope;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** What webhooks were told, for those whose they are. */
final class DeliveryRoutes {
  private static final String THING = "Delivery";

  private final Tenants tenants;
  private final Deliveries deliveries;
  private final AnyJobs jobs;
  private final Pages pages;

  DeliveryRoutes(Tenants tenants, Deliveries deliveries, ClassifyJobs jobs, PageTokens tokens) {
    this.tenants = tenants;
    this.deliveries = deliveries;
    this.jobs = new AnyJobs(jobs);
    this.pages = new Pages(tokens);
  }

  Map<String, Action> actions() {
    return Map.of(
        "listDeliveries", this::list,
        "getDelivery", call -> Answer.json(200, DeliveryShape.of(find(call))),
        "sendDeliveryAgain", this::sendAgain);
  }

  private Answer list(Call call) {
    Inputs inputs = call.inputs();
    UUID project = tenants.project(call.key(), call.project(), call.organization());
    var scope = new Scope(call.key().organizationId(), project);
    var filter =
        new DeliveryFilter(
            inputs.query("status").map(DeliveryStatus::valueOf).orElse(null),
            inputs.query("job_id").map(id -> jobs.find(scope, id).id()).orElse(null),
            inputs.query("event_type").orElse(null));
    String list = "deliveries " + project + " " + filter;
    var slice =
        deliveries.list(
            scope,
            filter,
            pages.place(inputs.query("page_token"), list),
            inputs.queryInt("page_size"));
    return Answer.json(200, pages.page(slice, list, DeliveryShape::of));
  }

  private Answer sendAgain(Call call) throws IOException {
    Scope reach = reach(call);
    UUID id = id(call);
    return call.once(
        (Answering<Delivery> answering) ->
            switch (deliveries.sendAgain(reach, id, answering)) {
              case Deliveries.Again.Due(Delivery delivery) -> delivery;
              case Deliveries.Again.Waits() ->
                  throw Refused.impossible("The delivery " + id + " has not ended yet");
              case Deliveries.Again.Missing() -> throw Refused.unknown(THING);
            },
        delivery -> Answer.json(200, DeliveryShape.of(delivery)));
  }

  private Delivery find(Call call) {
    return deliveries.find(reach(call), id(call)).orElseThrow(() -> Refused.unknown(THING));
  }

  private static UUID id(Call call) {
    return call.inputs()
        .path("delivery_id")
        .flatMap(Formats::uuid)
        .orElseThrow(() -> Refused.unknown(THING));
  }

  private Scope reach(Call call) {
    return tenants.reach(call.key(), call.project(), call.organization());
  }
}
