package dev.taxon.server.http;

import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.shape.HealthShape;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Health, metrics and the contract itself. */
final class OperatingRoutes {
  private final Operations operations;
  private final Contract contract;

  OperatingRoutes(Operations operations, Contract contract) {
    this.operations = operations;
    this.contract = contract;
  }

  Map<String, Action> actions() {
    return Map.of(
        "live", call -> health(operations.live()),
        "ready", call -> health(operations.ready()),
        "metrics",
            call -> Answer.text("text/plain; version=0.0.4; charset=utf-8", operations.metrics()),
        "openapi",
            call ->
                Answer.text(
                    "application/yaml", new String(contract.page(), StandardCharsets.UTF_8)),
        "openapiJson", call -> Answer.bytes("application/json", contract.json()));
  }

  private static Answer health(Operations.Health health) {
    return health.ok()
        ? Answer.json(200, new HealthShape("ok", null))
        : Answer.json(503, new HealthShape("unavailable", health.detail()))
            .with("Retry-After", "1");
  }
}
