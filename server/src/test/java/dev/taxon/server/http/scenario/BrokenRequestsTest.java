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
  /** A part of text that is longer is refused as a whole, in bytes. */
  private static final int LONGEST_PART = 64 << 10;

  private static final int REQUESTS = Integer.getInteger("taxon.fuzz", 10_000);
  private static final long SEED = Long.getLong("taxon.fuzz.seed", System.nanoTime());
  private static final Contract CONTRACT = Contract.load();

  /** Escaped, half a pair of surrogates survives its way. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final String FORM = "multipart/form-data; boundary=" + Form.BOUNDARY;

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
              ? breakParameter(operation)
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
    return switch (random.nextInt(8)) {
      case 0 -> refusedForm(operation, send(operation, "{}", "application/json"));
      case 1 ->
          refusedForm(
              operation, send(operation, "--x\r\nContent-Dis", "multipart/form-data; boundary=x"));
      case 2 -> refusedForm(operation, send(operation, "", "multipart/form-data"));
      case 3 -> {
        var form = goodForm(operation, "", "");
        String half =
            new String(form.cutOff(), StandardCharsets.UTF_8).replaceFirst("(?s).{1,200}$", "");
        yield refusedForm(operation, send(operation, half, FORM));
      }
      case 4 ->
          refusedForm(operation, form(operation, goodForm(operation, fileField(operation), "")));
      case 5 -> {
        String field = fileField(operation);
        Reply reply =
            form(operation, goodForm(operation, "", "").file(field, "b.txt", new byte[] {1}));
        told(operation, reply, List.of("body", field), "two files");
        yield "two files";
      }
      default -> breakField(operation);
    };
  }

  private static String refusedForm(Operation operation, Reply reply) {
    assertThat(reply.status()).as(operation.id() + " " + reply).isBetween(400, 499);
    return "form";
  }

  private String breakField(Operation operation) {
    List<String> fields = new java.util.ArrayList<>(fields(operation).propertyNames());
    fields.remove(fileField(operation));
    if (fields.isEmpty()) {
      return "";
    }
    String field = fields.get(random.nextInt(fields.size()));
    JsonNode schema = breaker.resolve(fields(operation).path(field));
    boolean isRequired =
        Breaker.inputs(operation, "body")
            .path("required")
            .valueStream()
            .anyMatch(name -> name.stringValue().equals(field));
    if (isRequired && random.nextInt(4) == 0) {
      told(
          operation,
          form(operation, goodForm(operation, field, "")),
          List.of("body", field),
          "missing field");
      return "missing field";
    }
    if (field.equals("configuration")) {
      var broken = breaker.broken(CONTRACT.document().at("/components/schemas/ParseCreate"));
      if (broken.isEmpty()) {
        return "";
      }
      var loc = new java.util.ArrayList<Object>(List.of("body"));
      loc.addAll(broken.get().loc());
      String text = JSON.writeValueAsString(broken.get().value());
      Reply reply = form(operation, goodForm(operation, field, text));
      if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
        return refusedForm(operation, reply);
      }
      told(operation, reply, loc, broken.get().how() + " in a field");
      return "JSON in a field";
    }
    String wrong =
        schema.has("enum")
            ? "no such word"
            : random.nextBoolean()
                ? "a\0b"
                : "x".repeat(Math.min(60_000, schema.path("maxLength").asInt(3_000) + 1));
    told(
        operation,
        form(operation, goodForm(operation, field, wrong)),
        List.of("body", field),
        "field");
    return "field";
  }

  private static JsonNode fields(Operation operation) {
    return Breaker.inputs(operation, "body").path("properties");
  }

  private static String fileField(Operation operation) {
    return fields(operation).propertyNames().stream()
        .filter(name -> fields(operation).path(name).has("x-media"))
        .findFirst()
        .orElseThrow();
  }

  /** A form that is good but for one field, which has another value, or is left out when empty. */
  private Form goodForm(Operation operation, String field, String value) {
    var form = new Form();
    fields(operation)
        .properties()
        .forEach(declared -> {
          String name = declared.getKey();
          if (name.equals(field)) {
            if (!value.isEmpty()) {
              form.text(name, value);
            }
          } else if (declared.getValue().has("x-media")) {
            form.file(name, "a.txt", new byte[] {1});
          } else {
            form.text(
                name,
                name.equals("configuration")
                    ? "{\"tier\":\"fast\",\"version\":\"latest\"}"
                    : breaker.good(declared.getValue()).asString());
          }
        });
    return form;
  }

  private Reply form(Operation operation, Form form) {
    return k1.api().form(operation.path(), form);
  }

  /** In place of an id, what no id looks like. */
  private String breakPath(Operation operation) {
    JsonNode parameters = Breaker.inputs(operation, "path").path("properties");
    if (parameters.isEmpty()) {
      return "";
    }
    List<String> hostile =
        List.of("x", "a%2Fb", "..%2F..%2Fx", "%27%20or%201=1", "%C3%A9", "7".repeat(3_000), "null");
    String name = List.copyOf(parameters.propertyNames()).get(random.nextInt(parameters.size()));
    String id = hostile.get(random.nextInt(hostile.size()));
    String path = operation.path().replace("{" + name + "}", id).replaceAll("\\{[^}]*}", UNKNOWN);
    Reply reply = sendTo(operation, path, goodBody(operation), "application/json");
    if (parameters.path(name).has("format")) {
      told(operation, reply, List.of("path", name), "path");
    } else {
      assertThat(reply.status()).as(operation.id() + " at " + path + ": " + reply).isEqualTo(404);
      assertThat(reply.detail()).endsWith(" not found");
    }
    return "path";
  }

  private String breakHeader(Operation operation) {
    JsonNode parameters = Breaker.inputs(operation, "header").path("properties");
    List<String> names =
        parameters.propertyNames().stream()
            .filter(name -> parameters.path(name).has("maxLength"))
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    String name = names.get(random.nextInt(names.size()));
    String value =
        random.nextBoolean()
            ? ""
            : "k".repeat(parameters.path(name).path("maxLength").asInt() + 1 + random.nextInt(99));
    Reply reply =
        sendTo(
            operation,
            operation.path().replaceAll("\\{[^}]*}", UNKNOWN),
            goodBody(operation),
            "application/json",
            name,
            value);
    told(operation, reply, List.of("header", name), "header");
    return "header";
  }

  private String goodBody(Operation operation) {
    return operation.body() == Operation.Body.JSON
        ? JSON.writeValueAsString(breaker.good(Breaker.inputs(operation, "body")))
        : "";
  }

  private String breakParameter(Operation operation) {
    return switch (random.nextInt(3)) {
      case 0 -> breakPath(operation);
      case 1 -> breakHeader(operation);
      default -> breakQuery(operation);
    };
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
    return sendTo(operation, path + query, body, contentType);
  }

  private Reply sendTo(
      Operation operation, String path, String body, String contentType, String... headers) {
    if (operation.body() == Operation.Body.NONE) {
      return k1.api().send(operation.method(), path, BodyPublishers.noBody(), headers);
    }
    var all = new java.util.ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", contentType));
    return k1.api()
        .send(operation.method(), path, BodyPublishers.ofString(body), all.toArray(String[]::new));
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
