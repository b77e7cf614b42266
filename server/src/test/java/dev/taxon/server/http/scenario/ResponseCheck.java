package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Holds every answer against {@code openapi.yaml}. */
final class ResponseCheck {
  private final Contract contract = Contract.load();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  void check(String method, String rawPath, Reply reply) {
    String what = method + " " + rawPath + " -> " + reply.status();
    assertThat(reply.headers().allValues("X-Request-Id")).as(what).hasSize(1);
    Optional<Operation> operation = operation(method, rawPath);
    String responses =
        operation
            .map(o ->
                pointer(
                    "paths", o.path(), o.method().toLowerCase(java.util.Locale.ROOT), "responses"))
            .orElse("");
    JsonNode declared = contract.document().at(responses);
    String status = declared.has(String.valueOf(reply.status())) ? "" + reply.status() : "default";
    String response = responses + "/" + status;
    if (operation.isEmpty() || !declared.has(status)) {
      response = "/components/responses/Refused";
    } else if (declared.path(status).has("$ref")) {
      response = declared.path(status).path("$ref").stringValue().substring(1);
    }
    JsonNode content = contract.document().at(response).path("content");
    if (content.isEmpty() || method.equals("HEAD")) {
      assertThat(reply.body()).as(what).isEmpty();
      return;
    }
    String type = reply.header("Content-Type").replaceFirst(";.*", "");
    assertThat(content.propertyNames()).as(what).contains(type);
    if (content.path(type).has("schema")) {
      String pointer = response + "/content/" + type.replace("/", "~1") + "/schema";
      var errors = schemas.computeIfAbsent(pointer, contract::schema).validate(reply.json());
      assertThat(errors).as(what + " " + reply).isEmpty();
    }
    if (reply.status() >= 400) {
      assertThat(reply.string()).as(what).doesNotContain("Exception", "\tat ", "dev.taxon");
    }
  }

  private Optional<Operation> operation(String method, String rawPath) {
    String path = rawPath.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    return contract.operations().stream()
        .filter(o -> o.method().equals(method))
        .filter(o -> path.matches(o.path().replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+")))
        // a fixed path goes before one with parameters
        .min(java.util.Comparator.comparingInt(o -> o.path().contains("{") ? 1 : 0));
  }

  private static String pointer(String... steps) {
    var pointer = new StringBuilder();
    for (String step : steps) {
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
