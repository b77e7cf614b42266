package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the contract, asked for every kind of thing of another tenant: what is not
 * yours is answered as what is not there, to the word. An operation that takes an id this class
 * does not know of fails it.
 */
class TenantWalkTest extends ScenarioV2 {
  private static final Contract CONTRACT = Contract.load();

  /** In everything of the other tenant that has text; never in an answer. */
  private static final String MARK = "tenantssecret";

  private static final String DATA_POINTS = "/api/v1/job-data-points?job_type=classify";

  private static final String RULES_OF_ANOTHER =
      "[{\"type\":\"" + MARK + "\",\"description\":\"lists shipped goods with quantities\"}]";

  /** Ids in paths; a new one needs a thing of another tenant in {@link #things}. */
  private static final Map<String, Set<String>> PATH_IDS =
      Map.of(
          "classify_job_id", Set.of("v1 job"),
          "job_id", Set.of("v1 job", "v2 job", "parse job"),
          "result_id", Set.of("v2 job", "result"),
          "id", Set.of("file", "beta file"),
          "file_id", Set.of("file", "beta file"),
          "configuration_id", Set.of("configuration"),
          "webhook_config_id", Set.of("webhook"),
          "delivery_id", Set.of("delivery"),
          "project_id", Set.of("project", "second project"),
          "organization_id", Set.of("organization"));

  /** Ids in queries, other than of the project and organization, which are on every operation. */
  private static final Map<String, Set<String>> QUERY_IDS =
      Map.of(
          "job_ids", Set.of("v2 job", "parse job", "v1 job"),
          "job_id", Set.of("v2 job", "parse job", "v1 job"),
          "file_ids", Set.of("file", "beta file"),
          "configuration_id", Set.of("configuration"));

  /** Ids in bodies, by the operation: a body with a hole for each. */
  private static final Map<String, List<Hole>> BODY_IDS =
      Map.of(
          "createClassifyJob",
          List.of(new Hole("file_ids", minimal("%s"), Set.of("file", "beta file"))),
          "createClassifyV2",
          List.of(
              new Hole("file_input", over("%s"), Set.of("file", "beta file", "parse job")),
              new Hole(
                  "file_id",
                  "{\"file_id\":\"%s\"," + CONFIGURATION + "}",
                  Set.of("file", "beta file")),
              new Hole(
                  "parse_job_id",
                  "{\"parse_job_id\":\"%s\"," + CONFIGURATION + "}",
                  Set.of("parse job", "v2 job reading")),
              new Hole(
                  "configuration_id",
                  "{\"file_input\":\"OWN\",\"configuration_id\":\"%s\"}",
                  Set.of("configuration")),
              new Hole(
                  "webhook_configuration_ids",
                  over("OWN", ",\"webhook_configuration_ids\":[\"%s\"]"),
                  Set.of("configuration", "webhook"))),
          "createParse",
          List.of(
              new Hole(
                  "file_id",
                  "{\"file_id\":\"%s\",\"tier\":\"fast\",\"version\":\"latest\"}",
                  Set.of("file", "beta file")),
              new Hole(
                  "configuration_id",
                  "{\"file_id\":\"OWN\",\"configuration_id\":\"%s\"}",
                  Set.of("configuration")),
              new Hole(
                  "webhook_configuration_ids",
                  "{\"file_id\":\"OWN\",\"tier\":\"fast\",\"version\":\"latest\","
                      + "\"webhook_configuration_ids\":[\"%s\"]}",
                  Set.of("configuration", "webhook"))),
          "queryBetaFiles",
          List.of(
              new Hole(
                  "project_id",
                  "{\"filter\":{\"project_id\":\"%s\"}}",
                  Set.of("project", "second project")),
              new Hole(
                  "file_ids",
                  "{\"filter\":{\"file_ids\":[\"%s\"]}}",
                  Set.of("file", "beta file"))));

  /** Words that clients choose themselves, each within its project. */
  private static final Set<String> OWN_WORDS =
      Set.of("external_file_id", "data_source_id", "transaction_id");

  /**
   * A place for an id.
   *
   * @param body of a request, the id as {@code %s}, a file of the caller's as {@code OWN}
   */
  private record Hole(String property, String body, Set<String> kinds) {}

  /** Of the other tenant, by kind. */
  private final Map<String, String> things = new LinkedHashMap<>();

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Breaker breaker = new Breaker(CONTRACT, new Random(7));
  private final List<String> differences = new ArrayList<>();
  private String own = "";

  @BeforeEach
  void makeThings() {
    things.clear();
    counts.clear();
    differences.clear();
    own = beta(k2, "own.txt", RECIPE);
    String file = beta(k1, MARK + ".txt", DELIVERY_NOTE);
    String plain = file.substring("dfl-".length());
    things.put("file", plain);
    things.put("beta file", file);
    JsonNode v1 = create(k1, job(List.of(plain), List.of(ruleOfAnother()), ""));
    ended(k1, v1);
    things.put("v1 job", id(v1));
    things.put("result", results(k1, v1).at("/items/0/id").stringValue());
    Reply webhook =
        k1.api()
            .post(
                "/api/v1/beta/webhook-configs",
                "{\"webhook_url\":\"https://hooks.invalid/" + MARK + "\"}");
    assertThat(webhook.status()).as(webhook.toString()).isEqualTo(201);
    things.put("webhook", webhook.text("/id"));
    made(k1, over(file, ",\"webhook_configuration_ids\":[\"" + webhook.text("/id") + "\"]"));
    things.put(
        "delivery", k1.api().get("/api/taxon/deliveries").json().at("/items/0/id").stringValue());
    JsonNode v2 = polled(k1, made(k1, configured(file, "{\"rules\":" + RULES_OF_ANOTHER + "}")));
    things.put("v2 job", id(v2));
    things.put("v2 job reading", v2.path("parse_job_id").stringValue());
    things.put("parse job", id(parsed(parse(file))));
    Reply saved =
        k1.api()
            .post(
                "/api/v1/beta/configurations",
                "{\"name\":\""
                    + MARK
                    + "\",\"parameters\":{\"product_type\":\"classify_v2\",\"rules\":"
                    + RULES_OF_ANOTHER
                    + "}}");
    assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
    things.put("configuration", saved.text("/id"));
    things.put("project", k1.p1().toString());
    things.put("second project", k1.p2().toString());
    things.put("organization", k1.organization().toString());
  }

  private static String ruleOfAnother() {
    return RULES_OF_ANOTHER.substring(1, RULES_OF_ANOTHER.length() - 1);
  }

  @Test
  @DisplayName("nothing of another tenant can be seen, changed or told from what is not there")
  void walk() {
    List<String> before = seenByItsOwner();
    for (Operation operation : CONTRACT.operations()) {
      if (operation.keyed()) {
        walkPath(operation);
        walkQuery(operation);
        walkBody(operation);
        count("operations");
      } else {
        count("operations without a key");
      }
    }
    assertThat(differences).isEmpty();
    assertThat(seenByItsOwner()).isEqualTo(before);
    for (String list : List.of(JOBS, CLASSIFY, PARSE, "/api/v1/beta/configurations", DATA_POINTS)) {
      assertThat(k2.api().get(list).json().path("items").size()).as(list).isZero();
    }
    System.out.println("Tenant walk over " + things.size() + " kinds of ids: " + counts);
    assertThat(counts.get("ids in paths")).isGreaterThan(50);
    assertThat(counts.get("projects and organizations")).isGreaterThan(60);
    assertThat(counts.get("ids in bodies")).isGreaterThan(15);
  }

  @Test
  @DisplayName("what needs no key has no id but those whose signature is the permission")
  void unkeyed() {
    assertThat(
            CONTRACT.operations().stream()
                .filter(operation -> !operation.keyed() && operation.path().contains("{"))
                .map(Operation::path))
        .containsOnly("/files/{signed_file}", "/docs/{asset}");
  }

  /** Every thing as its owner gets it. */
  private List<String> seenByItsOwner() {
    return List.of(
            BETA + "/" + things.get("beta file"),
            JOBS + "/" + things.get("v1 job"),
            JOBS + "/" + things.get("v1 job") + "/results",
            CLASSIFY + "/" + things.get("v2 job"),
            PARSE + "/" + things.get("parse job") + "?expand=text",
            "/api/v1/beta/configurations/" + things.get("configuration"),
            "/api/v1/projects",
            "/api/v1/organizations",
            "/api/v2/projects",
            "/api/v2/organizations",
            DATA_POINTS)
        .stream()
        .map(path -> {
          Reply reply = k1.api().get(path);
          assertThat(reply.status()).as(path + " " + reply).isEqualTo(200);
          return reply.string();
        })
        .toList();
  }

  private void walkPath(Operation operation) {
    for (String name : names(operation, "path")) {
      Set<String> kinds = PATH_IDS.get(name);
      assertThat(kinds)
          .as(operation.id() + " has {" + name + "}: say here what of another tenant it could name")
          .isNotNull();
      // ids of other kinds too: perhaps it looks further than it should
      for (var thing : things.entrySet()) {
        same(
            operation,
            thing.getValue(),
            id -> send(operation, path(operation, name, id), goodBody(operation)),
            kinds.contains(thing.getKey()) ? Set.of(404) : Set.of(404, 422));
        count("ids in paths");
      }
    }
  }

  private void walkQuery(Operation operation) {
    for (String name : names(operation, "query")) {
      if (name.equals("project_id") || name.equals("organization_id")) {
        for (String thing :
            name.equals("project_id")
                ? List.of("project", "second project")
                : List.of("organization")) {
          same(
              operation,
              things.get(thing),
              id ->
                  send(
                      operation,
                      path(operation, "", "") + "?" + name + "=" + id + needed(operation),
                      goodBody(operation)),
              Set.of(404));
          count("projects and organizations");
        }
      } else if ((name.endsWith("_id") || name.endsWith("_ids")) && !OWN_WORDS.contains(name)) {
        assertThat(QUERY_IDS).as(operation.id() + " has the query " + name).containsKey(name);
        for (String kind : QUERY_IDS.getOrDefault(name, Set.of())) {
          same(
              operation,
              things.get(kind),
              id -> send(operation, path(operation, "", "") + "?" + name + "=" + id, ""),
              Set.of(200, 404, 422));
          count("ids in queries");
        }
      }
    }
  }

  private void walkBody(Operation operation) {
    Set<String> known = new TreeSet<>();
    for (Hole hole : BODY_IDS.getOrDefault(operation.id(), List.of())) {
      known.add(hole.property());
      for (String kind : hole.kinds()) {
        same(
            operation,
            things.get(kind),
            id ->
                send(
                    operation,
                    operation.path(),
                    hole.body().replace("OWN", own).replace("%s", String.valueOf(id))),
            operation.id().equals("queryBetaFiles") ? Set.of(200, 404) : Set.of(400, 404));
        count("ids in bodies");
      }
    }
    if (operation.body() == Operation.Body.JSON) {
      var found = new TreeSet<String>();
      collectIds(Breaker.inputs(operation, "body"), found, 0);
      assertThat(known).as(operation.id() + " takes ids in its body").containsAll(found);
    }
  }

  private void collectIds(JsonNode declared, Set<String> found, int depth) {
    JsonNode schema = breaker.resolve(declared);
    schema
        .path("properties")
        .properties()
        .forEach(member -> {
          String name = member.getKey();
          if ((name.endsWith("_id") || name.endsWith("_ids") || name.equals("file_input"))
              && !OWN_WORDS.contains(name)) {
            found.add(name);
          }
          if (depth < 5) {
            collectIds(member.getValue(), found, depth + 1);
          }
        });
    if (schema.has("items") && depth < 5) {
      collectIds(schema.path("items"), found, depth + 1);
    }
  }

  private interface Asking {
    Reply ask(String id);
  }

  /** Goes on after a difference, so that all are told at once. */
  private void same(Operation operation, String foreign, Asking asking, Set<Integer> statuses) {
    try {
      compare(operation, foreign, asking, statuses);
    } catch (AssertionError difference) {
      differences.add(difference.getMessage());
    }
  }

  /** Asks for a thing of another tenant and for one that never was. */
  private void compare(Operation operation, String foreign, Asking asking, Set<Integer> statuses) {
    String nobodys = foreign.replaceFirst("[0-9a-f-]{36}$", UUID.randomUUID().toString());
    Reply yours = asking.ask(foreign);
    Reply none = asking.ask(nobodys);
    String what = operation.id() + " with " + foreign + ": " + yours;
    assertThat(yours.status()).as(what).isIn(statuses);
    assertThat(yours.toString().replace(foreign, "ID"))
        .as(what)
        .isEqualTo(none.toString().replace(nobodys, "ID"));
    assertThat(headers(yours)).as(what).isEqualTo(headers(none));
    assertThat(yours.string()).doesNotContain(MARK);
    for (String other : things.values()) {
      if (!other.equals(foreign) && !foreign.contains(other)) {
        assertThat(yours.string()).as(what).doesNotContain(other);
      }
    }
    count("requests");
    count("requests");
  }

  private static List<String> headers(Reply reply) {
    return reply.headers().map().keySet().stream().sorted().toList();
  }

  private static List<String> names(Operation operation, String place) {
    return new ArrayList<>(Breaker.inputs(operation, place).path("properties").propertyNames());
  }

  /** With one id in its place, and what nobody has in the others. */
  private static String path(Operation operation, String name, String id) {
    return operation.path().replace("{" + name + "}", id).replaceAll("\\{[^}]*}", UNKNOWN);
  }

  /** What a query must have, each beginning with an ampersand. */
  private String needed(Operation operation) {
    JsonNode query = Breaker.inputs(operation, "query");
    return query
        .path("required")
        .valueStream()
        .map(JsonNode::stringValue)
        .map(
            name -> "&" + name + "=" + breaker.good(query.path("properties").path(name)).asString())
        .collect(Collectors.joining());
  }

  private String goodBody(Operation operation) {
    return operation.body() == Operation.Body.JSON
        ? breaker.good(Breaker.inputs(operation, "body")).toString()
        : "";
  }

  private Reply send(Operation operation, String path, String body) {
    return switch (operation.body()) {
      case NONE -> k2.api().send(operation.method(), path, BodyPublishers.noBody());
      case MULTIPART ->
          k2.api()
              .form(
                  path,
                  new Form()
                      .text("purpose", "classify")
                      .text("configuration", "{\"tier\":\"fast\",\"version\":\"latest\"}")
                      .file("file", "a.txt", RECIPE)
                      .file("upload_file", "a.txt", RECIPE));
      default ->
          k2.api()
              .send(
                  operation.method(),
                  path,
                  BodyPublishers.ofString(body),
                  "Content-Type",
                  "application/json");
    };
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
