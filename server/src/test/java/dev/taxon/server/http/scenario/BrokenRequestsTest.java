package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.server.http.contract.Request;
import dev.taxon.server.http.contract.RequestReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation, one place of a good request broken at a time. {@code -Dtaxon.fuzz=N} makes more
 * of them, {@code -Dtaxon.fuzz.seed=S} the same again.
 */
class BrokenRequestsTest extends ScenarioV2 {
  private static final int REQUESTS = Integer.getInteger("taxon.fuzz", 10_000);
  private static final long SEED = Long.getLong("taxon.fuzz.seed", System.nanoTime());
  private static final Contract CONTRACT = Contract.load();

  /** Escaped, half a pair of surrogates survives its way. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Random random = new Random(SEED);
  private final Breaker breaker = new Breaker(CONTRACT, random);

  @Test
  @DisplayName("what is to be broken is good before")
  void goodBodies() {
    for (Operation operation : CONTRACT.operations()) {
      if (operation.body() == Operation.Body.JSON) {
        byte[] body = JSON.writeValueAsBytes(breaker.good(Breaker.inputs(operation, "body")));
        var path = new TreeMap<String, String>();
        Breaker.inputs(operation, "path")
            .path("properties")
            .propertyNames()
            .forEach(name -> path.put(name, UNKNOWN));
        assertThat(
                new RequestReader(CONTRACT)
                    .read(
                        operation,
                        new Request(
                            path,
                            Map.<String, List<String>>of(),
                            Map.of(),
                            "application/json",
                            ByteBuffer.wrap(body)))
                    .body()
                    .isObject())
            .isTrue();
      }
    }
  }

  @Test
  @DisplayName("a broken request is refused at the place that is broken, and leaves nothing behind")
  void refused() {
    System.out.println("Breaking " + REQUESTS + " requests with -Dtaxon.fuzz.seed=" + SEED);
    List<Operation> keyed = CONTRACT.operations().stream().filter(Operation::keyed).toList();
    List<Operation> withBody =
        keyed.stream().filter(operation -> operation.body() == Operation.Body.JSON).toList();
    var counts = new TreeMap<String, Integer>();
    int stored = server.storedBytes().size();
    int made = 0;
    while (made < REQUESTS) {
      List<Operation> some = random.nextInt(4) == 0 ? keyed : withBody;
      Operation operation = some.get(random.nextInt(some.size()));
      String how =
          operation.body() == Operation.Body.NONE || random.nextInt(4) == 0
              ? breakQuery(operation)
              : operation.body() == Operation.Body.JSON
                  ? breakJson(operation)
                  : breakForm(operation);
      if (!how.isEmpty()) {
        counts.merge(how, 1, Integer::sum);
        made++;
      }
    }
    System.out.println("Refused, by how they were broken: " + counts);
    assertThat(server.storedBytes()).hasSize(stored);
    assertThat(ids(k1.api().get(CLASSIFY))).isEmpty();
    assertThat(ids(k1.api().get(PARSE))).isEmpty();
    assertThat(ids(k1.api().get("/api/v1/beta/configurations"))).isEmpty();
    assertThat(k1.api().get(JOBS).json().path("items").isEmpty()).isTrue();
    assertThat(k1.api().get(BETA).json().path("items").isEmpty()).isTrue();
  }

  private String breakJson(Operation operation) {
    JsonNode schema = Breaker.inputs(operation, "body");
    String good = JSON.writeValueAsString(breaker.good(schema));
    return switch (random.nextInt(12)) {
      case 0 -> {
        String cut = good.substring(0, 1 + random.nextInt(good.length() - 1));
        told(operation, send(operation, cut, "application/json"), List.of("body"), "truncated");
        yield "truncated";
      }
      case 1 -> {
        told(operation, send(operation, good, "text/plain"), List.of("body"), "content type");
        yield "content type";
      }
      case 2 -> {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        told(operation, send(operation, deep, "application/json"), List.of("body"), "too deep");
        yield "too deep";
      }
      case 3 -> {
        told(operation, send(operation, "", "application/json"), List.of("body"), "no body");
        yield "no body";
      }
      default -> {
        var broken = breaker.broken(schema);
        if (broken.isEmpty()) {
          yield "";
        }
        var loc = new java.util.ArrayList<Object>(List.of("body"));
        loc.addAll(broken.get().loc());
        String how = broken.get().how();
        String body = JSON.writeValueAsString(broken.get().value());
        told(operation, send(operation, body, "application/json"), loc, how);
        yield how;
      }
    };
  }

  private String breakForm(Operation operation) {
    Reply reply =
        switch (random.nextInt(3)) {
          case 0 -> send(operation, "{}", "application/json");
          case 1 -> send(operation, "--x\r\nContent-Dis", "multipart/form-data; boundary=x");
          default -> send(operation, "", "multipart/form-data");
        };
    assertThat(reply.status()).as(operation.id() + " " + reply).isBetween(400, 499);
    return "form";
  }

  private String breakQuery(Operation operation) {
    JsonNode parameters = Breaker.inputs(operation, "query").path("properties");
    List<String> names =
        parameters.propertyNames().stream()
            .filter(name -> !breakingValue(parameters.path(name)).isEmpty())
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    String name = names.get(random.nextInt(names.size()));
    String value = URLEncoder.encode(breakingValue(parameters.path(name)), StandardCharsets.UTF_8);
    String body =
        operation.body() == Operation.Body.JSON
            ? JSON.writeValueAsString(breaker.good(Breaker.inputs(operation, "body")))
            : "";
    Reply reply = send(operation, body, "application/json", "?" + name + "=" + value);
    told(operation, reply, List.of("query", name), "query");
    return "query";
  }

  /** Nothing where every text will do. */
  private String breakingValue(JsonNode declared) {
    JsonNode schema = breaker.resolve(declared);
    if (schema.path("type").asString("").equals("array")) {
      return breakingValue(schema.path("items"));
    }
    boolean isFree =
        schema.path("type").asString("").equals("string")
            && !schema.has("enum")
            && !schema.has("format")
            && !schema.has("pattern");
    return isFree ? "" : "no;such'value";
  }

  private Reply send(Operation operation, String body, String contentType) {
    return send(operation, body, contentType, "");
  }

  private Reply send(Operation operation, String body, String contentType, String query) {
    String path = operation.path().replaceAll("\\{[^}]*}", UNKNOWN);
    return operation.body() == Operation.Body.NONE
        ? k1.api().send(operation.method(), path + query, BodyPublishers.noBody())
        : k1.api()
            .send(
                operation.method(),
                path + query,
                BodyPublishers.ofString(body),
                "Content-Type",
                contentType);
  }

  private static void told(Operation operation, Reply reply, List<Object> loc, String how) {
    String what = operation.id() + " broken by " + how + " at " + loc + ": " + reply;
    assertThat(reply.status()).as(what).isEqualTo(422);
    assertThat(
            reply
                .json()
                .path("detail")
                .valueStream()
                .map(problem -> problem.path("loc"))
                .anyMatch(found -> begins(found, loc)))
        .as(what)
        .isTrue();
  }

  private static boolean begins(JsonNode found, List<Object> loc) {
    if (found.size() < loc.size()) {
      return false;
    }
    for (int i = 0; i < loc.size(); i++) {
      if (!found.get(i).asString().equals(String.valueOf(loc.get(i)))) {
        return false;
      }
    }
    return true;
  }
}
