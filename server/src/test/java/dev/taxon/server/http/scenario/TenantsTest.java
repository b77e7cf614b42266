package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TenantsTest extends Scenario {
  private static final String UNKNOWN = "9d0e5a52-0000-4000-8000-5e0f4d9a7b10";

  @Test
  @DisplayName("V1-24 an unknown file is named, and no job is made")
  void unknownFile() {
    Reply reply = k1.api().post(JOBS, minimal(invoice(), UNKNOWN));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).isEqualTo("File ID " + UNKNOWN + " is not in Project ID " + k1.p1());
    assertThat(k1.api().get(JOBS).json().path("items").size()).isZero();
  }

  @Test
  @DisplayName("at most ten unknown files are named, each as it was spelled")
  void manyUnknownFiles() {
    var ids = new java.util.ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      ids.add("dfl-" + UUID.randomUUID());
    }

    Reply reply = k1.api().post(JOBS, job(ids, List.of(RULE), ""));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail().split("; ", -1))
        .hasSize(10)
        .allMatch(
            sentence -> sentence.matches("File ID dfl-[0-9a-f-]{36} is not in Project ID .*"));
  }

  @Test
  @DisplayName("V1-25 a foreign file reads as an unknown one")
  void foreignFile() {
    String file = invoice();

    Reply reply = k2.api().post(JOBS, minimal(file));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).isEqualTo("File ID " + file + " is not in Project ID " + k2.p1());
  }

  @Test
  @DisplayName("V1-26 the same file twice is two items with one decision")
  void sameFileTwice() {
    String file = invoice();

    List<JsonNode> items = classified(k1, minimal(file, file));

    assertThat(items).extracting(i -> i.path("file_id").stringValue()).containsExactly(file, file);
    assertThat(items).extracting(i -> i.path("id").stringValue()).doesNotHaveDuplicates();
    assertThat(items.get(0).path("result")).isEqualTo(items.get(1).path("result"));
    assertThat(items.get(0).path("result").isObject()).isTrue();
  }

  @Test
  @DisplayName("V1-27 results repeat each id as it was spelled")
  void spellings() {
    String file = invoice();
    List<String> spellings =
        List.of(
            "dfl-" + file,
            file.toUpperCase(Locale.ROOT),
            file.replace("-", ""),
            "DFL-" + file.replace("-", "").toUpperCase(Locale.ROOT));

    List<JsonNode> items = classified(k1, job(spellings, List.of(RULE), ""));

    assertThat(items)
        .extracting(i -> i.path("file_id").stringValue())
        .containsExactlyElementsOf(spellings);
    assertThat(items).allMatch(i -> i.at("/result/type").asString("").equals("invoice"));
  }

  @Test
  @DisplayName("V1-28 two rules of one type, only the second fits")
  void sameTypeTwice() {
    String other =
        "{\"type\":\"invoice\",\"description\":\"minutes of a meeting of the gardening club\"}";

    JsonNode job = create(k1, job(List.of(invoice()), List.of(other, RULE), ""));

    assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    assertThat(results(k1, job).at("/items/0/result/type").stringValue()).isEqualTo("invoice");
  }

  @Test
  @DisplayName("V1-29 unknown and foreign jobs read alike")
  void unknownJobs() {
    String id = create(k1, minimal(invoice())).path("id").stringValue();

    for (String path : List.of("/" + UNKNOWN, "/" + UNKNOWN + "/results")) {
      assertThat(k1.api().get(JOBS + path).toString())
          .isEqualTo("404 {\"detail\":\"Classify job not found\"}");
    }
    for (String path : List.of("/" + id, "/" + id + "/results")) {
      assertThat(k2.api().get(JOBS + path).toString())
          .isEqualTo("404 {\"detail\":\"Classify job not found\"}");
    }
  }

  @Test
  @DisplayName("V1-30 ids that are none are a problem of the path, however they are encoded")
  void malformedIds() {
    for (String id : List.of("nope", "..%2Fx", "%2e%2e%2fx", "a%2Fb", "a%20b", "%C3%A4")) {
      Reply reply = k1.api().get(JOBS + "/" + id);
      assertThat(reply.status()).as(id + " " + reply).isEqualTo(422);
      assertThat(reply.problems()).contains("uuid_parsing [path, classify_job_id]");
    }
    assertThat(k1.api().get(JOBS + "/nope/results").problems())
        .containsExactly("uuid_parsing [path, classify_job_id]");
    assertThat(k1.api().get(FILES + "/nope").problems()).containsExactly("uuid_parsing [path, id]");
    assertThat(k1.api().get(BETA + "/nope/content").problems())
        .containsExactly("uuid_parsing [path, file_id]");
  }

  @Test
  @DisplayName(
      "V1-31 V1-32 a job of another project is found by its id alone, not in a wrong project")
  void otherProject() {
    String file = upload(k1, "?project_id=" + k1.p2(), "invoice.pdf", Documents.invoice());
    Reply created = k1.api().post(JOBS + "?project_id=" + k1.p2(), minimal(file));
    assertThat(created.status()).as(created.toString()).isEqualTo(200);
    assertThat(created.text("/project_id")).isEqualTo(k1.p2().toString());

    Reply found = k1.api().get(JOBS + "/" + created.text("/id"));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.text("/project_id")).isEqualTo(k1.p2().toString());

    Reply wrong = k1.api().get(JOBS + "/" + created.text("/id") + "?project_id=" + k1.p1());
    assertThat(wrong.toString()).isEqualTo("404 {\"detail\":\"Classify job not found\"}");
    assertThat(
            k1.api()
                .get(JOBS + "/" + created.text("/id") + "/results?project_id=" + k1.p1())
                .toString())
        .isEqualTo("404 {\"detail\":\"Classify job not found\"}");
  }

  @Test
  @DisplayName("V1-33 empty parameters are absent ones")
  void emptyParameters() {
    String file = upload(k1, "?project_id=&external_file_id=", "i.pdf", Documents.invoice());
    Reply created = k1.api().post(JOBS + "?project_id=&organization_id=", minimal(file));

    assertThat(created.status()).as(created.toString()).isEqualTo(200);
    assertThat(created.text("/project_id")).isEqualTo(k1.p1().toString());
    assertThat(k1.api().get(JOBS + "?page_size=&page_token=&project_id=").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("V1-34 a malformed and a foreign project")
  void badProjects() {
    Reply malformed = k1.api().get(JOBS + "?project_id=x");
    assertThat(malformed.status()).isEqualTo(422);
    assertThat(malformed.problems()).containsExactly("uuid_parsing [query, project_id]");

    assertThat(k1.api().get(JOBS + "?project_id=" + k2.p1()).toString())
        .isEqualTo("404 {\"detail\":\"Project not found\"}");
    assertThat(k1.api().post(JOBS + "?project_id=" + k2.p1(), minimal(invoice())).toString())
        .isEqualTo("404 {\"detail\":\"Project not found\"}");
    assertThat(k1.api().get(JOBS + "?organization_id=" + k2.organization()).toString())
        .isEqualTo("404 {\"detail\":\"Organization not found\"}");
    assertThat(
            k1.api()
                .form(
                    FILES + "?project_id=" + k2.p1(),
                    new Form().file("upload_file", "a", new byte[1]))
                .toString())
        .isEqualTo("404 {\"detail\":\"Project not found\"}");
  }

  @Test
  @DisplayName("V1-77 projects: all, by name, by id, of another organization")
  void projects() {
    JsonNode all = k1.api().get("/api/v1/projects").json();
    assertThat(all.valueStream().map(p -> p.path("id").stringValue()))
        .containsExactly(k1.p1().toString(), k1.p2().toString());
    assertThat(all.at("/0/is_default").booleanValue()).isTrue();
    assertThat(all.at("/1/is_default").booleanValue()).isFalse();

    JsonNode named = k1.api().get("/api/v1/projects?project_name=Default").json();
    assertThat(named.valueStream().map(p -> p.path("id").stringValue()))
        .containsExactly(k1.p1().toString());
    assertThat(k1.api().get("/api/v1/projects?project_name=none").string()).isEqualTo("[]");
    assertThat(k1.api().get("/api/v1/projects/" + k1.p2()).text("/name")).isEqualTo("Second");
    assertThat(k1.api().get("/api/v1/projects/" + k2.p1()).toString())
        .isEqualTo("404 {\"detail\":\"Project not found\"}");
    assertThat(k1.api().get("/api/v1/projects?organization_id=" + k2.organization()).toString())
        .isEqualTo("404 {\"detail\":\"Organization not found\"}");
  }

  @Test
  @DisplayName("V1-78 organizations: the key's own, by id, another")
  void organizations() {
    JsonNode all = k1.api().get("/api/v1/organizations").json();
    assertThat(all.valueStream().map(o -> o.path("id").stringValue()))
        .containsExactly(k1.organization().toString());
    assertThat(k1.api().get("/api/v1/organizations/" + k1.organization()).text("/id"))
        .isEqualTo(k1.organization().toString());
    assertThat(k1.api().get("/api/v1/organizations/" + k2.organization()).toString())
        .isEqualTo("404 {\"detail\":\"Organization not found\"}");
  }

  @Test
  @DisplayName("V2-53 projects of the second generation come in a page, those of the first bare")
  void projectsOfBothGenerations() {
    JsonNode page = k1.api().get("/api/v2/projects").json();
    JsonNode bare = k1.api().get("/api/v1/projects").json();

    assertThat(bare.isArray()).isTrue();
    assertThat(page.propertyNames())
        .containsExactlyInAnyOrder("items", "next_page_token", "total_size");
    assertThat(page.path("items").valueStream().map(p -> p.path("id")))
        .containsExactlyElementsOf(bare.valueStream().map(p -> p.path("id")).toList());
    assertThat(page.at("/items/0/is_default").booleanValue()).isTrue();
    assertThat(page.path("next_page_token").isNull()).isTrue();
    assertThat(page.path("total_size").isNull()).isTrue();
  }

  @Test
  @DisplayName("projects a page at a time, by name, by id, of another organization")
  void projectsV2() {
    String projects = "/api/v2/projects";
    Reply first = k1.api().get(projects + "?page_size=1");
    String next = projects + "?page_size=1&page_token=" + first.text("/next_page_token");
    Reply second = k1.api().get(next);
    assertThat(first.text("/items/0/id")).isEqualTo(k1.p1().toString());
    assertThat(second.text("/items/0/id")).isEqualTo(k1.p2().toString());
    assertThat(second.json().path("next_page_token").isNull()).isTrue();
    for (String other : List.of(next + "&name=Second", projects + "?page_token=zzz")) {
      assertThat(k1.api().get(other).toString())
          .isEqualTo("400 {\"detail\":\"Invalid page token\"}");
    }
    assertThat(k2.api().get(next).status()).isEqualTo(400);

    JsonNode named = k1.api().get(projects + "?name=Second").json().path("items");
    assertThat(named.valueStream().map(p -> p.path("id").stringValue()))
        .containsExactly(k1.p2().toString());
    assertThat(k1.api().get(projects + "?name=none").json().path("items").size()).isZero();
    assertThat(k1.api().get(projects + "/" + k1.p2()).text("/name")).isEqualTo("Second");
    assertThat(k1.api().get(projects + "/" + k2.p1()).toString())
        .isEqualTo("404 {\"detail\":\"Project not found\"}");
    assertThat(k1.api().get(projects + "?organization_id=" + k2.organization()).toString())
        .isEqualTo("404 {\"detail\":\"Organization not found\"}");
    assertThat(k1.api().get(projects + "?page_size=101").problems())
        .containsExactly("less_than_equal [query, page_size]");
  }

  @Test
  @DisplayName("organizations of the second generation: a page of the key's own, by id, another")
  void organizationsV2() {
    String organizations = "/api/v2/organizations";
    JsonNode page = k1.api().get(organizations).json();
    assertThat(page.path("items").valueStream().map(o -> o.path("id").stringValue()))
        .containsExactly(k1.organization().toString());
    assertThat(page.path("next_page_token").isNull()).isTrue();
    assertThat(k1.api().get(organizations + "?page_token=zzz").status()).isEqualTo(400);
    assertThat(k1.api().get(organizations + "/" + k1.organization()).text("/id"))
        .isEqualTo(k1.organization().toString());
    assertThat(k1.api().get(organizations + "/" + k2.organization()).toString())
        .isEqualTo("404 {\"detail\":\"Organization not found\"}");
  }

  @Test
  @DisplayName("a key of one project sees that project alone, and writes there")
  void keyOfOneProject() {
    Api narrow = server.keyOf(k1, k1.p2());

    assertThat(narrow.get("/api/v1/projects").json().valueStream())
        .extracting(p -> p.path("id").stringValue())
        .containsExactly(k1.p2().toString());
    assertThat(narrow.get("/api/v2/projects").json().path("items").valueStream())
        .extracting(p -> p.path("id").stringValue())
        .containsExactly(k1.p2().toString());
    assertThat(narrow.get("/api/v1/projects/" + k1.p1()).status()).isEqualTo(404);
    Reply file = narrow.form(FILES, new Form().file("upload_file", "a.txt", new byte[] {65}));
    assertThat(file.text("/project_id")).isEqualTo(k1.p2().toString());
    assertThat(narrow.get(FILES + "/" + invoice()).toString())
        .isEqualTo("404 {\"detail\":\"File not found\"}");
  }
}
