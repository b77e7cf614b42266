package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.store.AnswerPlace;
import dev.taxon.store.KeptAnswer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IdempotencyTest extends ScenarioV2 {
  private static final String KEY = "Idempotency-Key";
  private static final String CONFIGURATIONS = "/api/v1/beta/configurations";
  private static final String HOOKS = "/api/v1/beta/webhook-configs";
  private static final String PARSING = "{\"tier\":\"fast\",\"version\":\"latest\"}";
  private static final String READING = "\",\"tier\":\"fast\",\"version\":\"latest\"}";

  @Test
  @DisplayName(
      "every operation that is a POST with a key, or makes a file, takes an idempotency key")
  void declared() {
    for (Operation operation : Contract.load().operations()) {
      if ((operation.method().equals("POST") || operation.path().startsWith(FILES))
          && operation.keyed()
          && (operation.method().equals("POST") || operation.method().equals("PUT"))) {
        assertThat(operation.inputsNode().at("/properties/header/properties").has(KEY))
            .as(operation.id())
            .isTrue();
      }
    }
  }

  @Test
  @DisplayName("a repeated create gets the first answer to the byte, also when the job has ended")
  void creates() {
    String file = note();
    String plain = file.substring("dfl-".length());
    for (var create :
        List.of(
            List.of(JOBS, minimal(plain)),
            List.of(CLASSIFY, over(file)),
            List.of(PARSE, "{\"file_id\":\"" + file + READING),
            List.of(CONFIGURATIONS, preset("a")),
            List.of(BETA + "/query", "{}"))) {
      String path = create.getFirst();
      Reply first = k1.api().post(path, create.getLast(), KEY, "k " + path);
      assertThat(first.status()).as(first.toString()).isBetween(200, 201);
      if (path.equals(CLASSIFY)) {
        polled(k1, first.json());
      }

      Reply again = k1.api().post(path, create.getLast(), KEY, "k " + path);

      assertThat(again.toString()).isEqualTo(first.toString());
      assertThat(again.header("Content-Type")).isEqualTo("application/json");
      Reply other = k1.api().post(path, create.getLast() + " ", KEY, "k " + path);
      assertThat(other.problems()).containsExactly("value_error [header, Idempotency-Key]");
    }
    for (String list : List.of(JOBS, CLASSIFY, PARSE, CONFIGURATIONS)) {
      assertThat(k1.api().get(list).json().path("items").size()).as(list).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("what a kept answer holds is not to be read in the data folder")
  void sealedAtRest() throws IOException {
    String body =
        "{\"webhook_url\":\"https://hooks.example/a\","
            + "\"webhook_headers\":{\"X-Token\":\"token-of-the-owner-4711\"}}";
    Reply first = k1.api().post(HOOKS, body, KEY, "hook");
    assertThat(first.text("/webhook_headers/X-Token")).isEqualTo("token-of-the-owner-4711");

    assertThat(k1.api().post(HOOKS, body, KEY, "hook").toString()).isEqualTo(first.toString());

    int files = 0;
    try (Stream<Path> all = Files.walk(server.data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files++;
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("token-of-the-owner-4711");
      }
    }
    assertThat(files).isPositive();
  }

  @Test
  @DisplayName("an answer that cannot be opened any more is not made anew")
  void answerOfALostKey() {
    String body = preset("lost");
    Reply first = k1.api().post(CONFIGURATIONS, body, KEY, "lost");
    assertThat(first.status()).isEqualTo(201);
    var place = new AnswerPlace(k1.keyId(), k1.p1(), "lost");
    KeptAnswer kept = server.store.answers().find(place).orElseThrow();
    server.clock.forward(Duration.ofHours(25));
    server
        .store
        .answers()
        .keep(
            place,
            new KeptAnswer(kept.requestSha256(), 201, "application/json", "00000000:sealed"));

    Reply again = k1.api().post(CONFIGURATIONS, body, KEY, "lost");

    assertThat(again.problems()).containsExactly("value_error [header, Idempotency-Key]");
    assertThat(again.string()).contains("cannot open that answer any more");
  }

  @Test
  @DisplayName("a repeated cancel gets the first answer, and is not told that the job has ended")
  void cancels() {
    String file = note();
    server.engine.holdingBack(() -> {
      for (String path :
          List.of(
              CLASSIFY + "/" + id(made(k1, over(file))) + "/cancel",
              "/api/taxon/jobs/" + id(made(k1, over(file))) + "/cancel")) {
        Reply first = cancel(path);
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(cancel(path).toString()).isEqualTo(first.toString());
        assertThat(k1.api().send("POST", path, BodyPublishers.noBody()).status()).isEqualTo(400);
      }
    });
  }

  private Reply cancel(String path) {
    return k1.api().send("POST", path, BodyPublishers.noBody(), KEY, path);
  }

  @Test
  @DisplayName("a repeated upload makes no second file, whatever its boundary")
  void uploads() {
    byte[] v1 = new Form().file("upload_file", "a.txt", DELIVERY_NOTE).build();
    byte[] beta = new Form().text("purpose", "parse").file("file", "a.txt", RECIPE).build();
    byte[] parse = new Form().text("configuration", PARSING).file("file", "a.txt", RECIPE).build();
    for (var upload :
        List.of(
            new Object[] {FILES, v1},
            new Object[] {BETA, beta},
            new Object[] {PARSE + "/upload", parse})) {
      String path = (String) upload[0];
      byte[] form = (byte[]) upload[1];
      Reply first = form(path, form, Form.BOUNDARY);
      assertThat(first.status()).as(first.toString()).isBetween(200, 201);

      assertThat(form(path, form, "another-boundary").toString()).isEqualTo(first.toString());

      byte[] other =
          new String(form, StandardCharsets.UTF_8)
              .replace("a.txt", "b.txt")
              .getBytes(StandardCharsets.UTF_8);
      assertThat(form(path, other, Form.BOUNDARY).problems())
          .containsExactly("value_error [header, Idempotency-Key]");
    }
    assertThat(ids(k1.api().get(BETA))).hasSize(3);
    assertThat(ids(k1.api().get(PARSE))).hasSize(1);
  }

  private Reply form(String path, byte[] form, String boundary) {
    String text = new String(form, StandardCharsets.UTF_8).replace(Form.BOUNDARY, boundary);
    return k1.api()
        .send(
            "POST",
            path,
            BodyPublishers.ofString(text),
            "Content-Type",
            "multipart/form-data; boundary=" + boundary,
            KEY,
            "k " + path);
  }

  @Test
  @DisplayName("ten at once are one, and all get the same answer")
  void atOnce() throws Exception {
    var answers =
        RetriesTest.atOnce(
            10, () -> k1.api().post(CONFIGURATIONS, preset("x"), KEY, "at once").toString());

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.getFirst()).startsWith("201 ");
    // a save that was done twice would have made a second version
    assertThat(ids(k1.api().get(CONFIGURATIONS))).hasSize(1);
  }

  @Test
  @DisplayName("an idempotency key is the project's and the API key's own")
  void scope() {
    String first = k1.api().post(CONFIGURATIONS, preset("x"), KEY, "k").text("/id");

    assertThat(k2.api().post(CONFIGURATIONS, preset("x"), KEY, "k").text("/id"))
        .isNotEqualTo(first);
    Reply second = k1.api().post(CONFIGURATIONS + "?project_id=" + k1.p2(), preset("x"), KEY, "k");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("/id")).isNotEqualTo(first);
    Reply named = k1.api().post(CONFIGURATIONS + "?project_id=" + k1.p1(), preset("x"), KEY, "k");
    assertThat(named.text("/id")).isEqualTo(first);
    Reply elsewhere = k1.api().post(JOBS, minimal(UNKNOWN), KEY, "k");
    assertThat(elsewhere.problems()).containsExactly("value_error [header, Idempotency-Key]");
  }

  @Test
  @DisplayName("a request that was refused leaves its idempotency key unused")
  void refusals() {
    assertThat(k1.api().post(JOBS, minimal(UNKNOWN), KEY, "r").status()).isEqualTo(400);
    assertThat(k1.api().post(JOBS, minimal(invoice()), KEY, "r").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("after 24 hours an idempotency key is forgotten")
  void forgotten() {
    try (var other = TestServer.start()) {
      Api api = other.tenant().api();
      String query = BETA + "/query";
      api.post(query, "{}", KEY, "k");
      other.clock.forward(Duration.ofHours(23));
      assertThat(api.post(query, "{ }", KEY, "k").status()).isEqualTo(422);

      other.clock.forward(Duration.ofHours(2));
      assertThat(api.post(query, "{ }", KEY, "k").status()).isEqualTo(200);
      assertThat(api.post(query, "{}", KEY, "k").status()).isEqualTo(422);
    }
  }

  @Test
  @DisplayName("after a crash before the answer was kept, the same request makes one of it")
  void crash() {
    String text = note();
    byte[] form = new Form().file("upload_file", "a.txt", DELIVERY_NOTE).build();
    byte[] beta = new Form().text("purpose", "parse").file("file", "a.txt", RECIPE).build();
    byte[] parse = new Form().text("configuration", PARSING).file("file", "a.txt", RECIPE).build();
    String hook = "{\"webhook_url\":\"https://hooks.example/a\"}";
    Map<String, Supplier<Reply>> makings = new LinkedHashMap<>();
    makings.put("upload", () -> form(FILES, form, Form.BOUNDARY));
    makings.put("beta upload", () -> form(BETA, beta, Form.BOUNDARY));
    makings.put("parse upload", () -> form(PARSE + "/upload", parse, Form.BOUNDARY));
    makings.put("announcement", () -> k1.api().put(FILES, "{\"name\":\"a\"}", KEY, "announced"));
    makings.put("preset", () -> k1.api().post(CONFIGURATIONS, preset("c"), KEY, "preset"));
    makings.put("webhook", () -> k1.api().post(HOOKS, hook, KEY, "hook"));
    makings.put("job", () -> k1.api().post(JOBS, minimal(text), KEY, "v1"));
    makings.put("classification", () -> k1.api().post(CLASSIFY, over(text), KEY, "v2"));
    List<String> lists = List.of(BETA, JOBS, CLASSIFY, PARSE, CONFIGURATIONS, HOOKS);
    for (var making : makings.entrySet()) {
      Map<String, Integer> before = sizes(lists);
      server.database(
          "create trigger dies before insert on answers"
              + " begin select raise(abort, 'the server dies here'); end");
      assertThat(making.getValue().get().status()).as(making.getKey()).isEqualTo(500);
      server.database("drop trigger dies");

      Reply retried = making.getValue().get();

      assertThat(retried.status()).as(making.getKey() + " " + retried).isBetween(200, 201);
      assertThat(making.getValue().get().toString()).isEqualTo(retried.toString());
      int more =
          sizes(lists).values().stream().mapToInt(n -> n).sum()
              - before.values().stream().mapToInt(n -> n).sum();
      // an upload to parse is a file and a job
      assertThat(more)
          .as(making.getKey())
          .isEqualTo(making.getKey().equals("parse upload") ? 2 : 1);
    }
  }

  private Map<String, Integer> sizes(List<String> lists) {
    var sizes = new LinkedHashMap<String, Integer>();
    for (String list : lists) {
      JsonNode page = k1.api().get(list).json();
      sizes.put(list, page.isArray() ? page.size() : page.path("items").size());
    }
    return sizes;
  }

  @Test
  @DisplayName("a cancel is kept with its answer: after a crash the job was not cancelled")
  void crashOfACancel() {
    String file = note();
    server.engine.holdingBack(() -> {
      String path = CLASSIFY + "/" + id(made(k1, over(file))) + "/cancel";
      server.database(
          "create trigger dies before insert on answers"
              + " begin select raise(abort, 'the server dies here'); end");
      assertThat(cancel(path).status()).isEqualTo(500);
      server.database("drop trigger dies");

      assertThat(cancel(path).text("/status")).isEqualTo("CANCELLED");
      assertThat(cancel(path).status()).isEqualTo(200);
    });
  }

  private static String preset(String name) {
    return "{\"name\":\""
        + name
        + "\",\"parameters\":{\"product_type\":\"classify_v2\",\"rules\":"
        + RULES
        + "}}";
  }
}
