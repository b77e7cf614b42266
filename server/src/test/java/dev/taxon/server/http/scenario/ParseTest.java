package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.ReadFailure;
import dev.taxon.store.Job;
import dev.taxon.store.JobCreation;
import dev.taxon.store.JobOptions;
import dev.taxon.store.JobStanding;
import dev.taxon.store.NewJob;
import dev.taxon.store.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ParseTest extends ScenarioV2 {
  private static final String FAST = "{\"tier\":\"fast\",\"version\":\"latest\"}";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String FIRST_PAGE =
      new String(DELIVERY_NOTE, StandardCharsets.UTF_8).strip();

  @Test
  @DisplayName("V2-26 a file that was read is classified without reading it again")
  void parsedFile() {
    JsonNode parse = parse(note());
    parsed(parse);
    int before = server.reads.get();

    JsonNode job = made(k1, over(id(parse)));

    assertThat(job.path("document_input_type").stringValue()).isEqualTo("parse_job_id");
    assertThat(job.path("parse_job_id")).isEqualTo(job.path("file_input"));
    assertThat(job.path("file_input").stringValue()).isEqualTo(id(parse));
    JsonNode end = polled(k1, job);
    assertThat(end.at("/result/type").stringValue()).isEqualTo("delivery note");
    assertThat(server.reads).hasValue(before);
  }

  @Test
  @DisplayName("V2-27 what could not be read cannot be classified")
  void failedParse() {
    JsonNode parse = parse(beta(k1, "locked.pdf", Documents.encrypted()));
    JsonNode failed = parsed(parse);
    assertThat(status(failed)).isEqualTo("FAILED");
    assertThat(failed.path("error_message").stringValue()).startsWith("PDF_IS_PROTECTED: ");

    Reply reply = k1.api().post(CLASSIFY, over(id(parse)));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail())
        .isEqualTo("Parse Job " + id(parse) + " is not completed (status: FAILED)");
  }

  @Test
  @DisplayName("V2-28 the text that a classification read is served, and later jobs do not read it")
  void textOfAClassification() {
    String file = note();
    JsonNode job = made(k1, over(file));
    JsonNode end = polled(k1, job);
    int before = server.reads.get();

    String parse = end.path("parse_job_id").stringValue();
    JsonNode text = good(k1.api().get(PARSE + "/" + parse + "?expand=text"));

    assertThat(text.at("/text/pages/0/text").stringValue()).isEqualTo(FIRST_PAGE);
    assertThat(text.at("/job/status").stringValue()).isEqualTo("COMPLETED");
    assertThat(status(polled(k1, made(k1, over(file))))).isEqualTo("COMPLETED");
    assertThat(server.reads).hasValue(before);
    assertThat(ids(k1.api().get(PARSE))).isEmpty();
  }

  @Test
  @DisplayName("deleting a file deletes its text, and says so")
  void deletedText() {
    String file = note();
    JsonNode parse = parse(file);
    parsed(parse);
    assertThat(k1.api().delete(BETA + "/" + file).status()).isEqualTo(204);

    Reply reply = k1.api().get(PARSE + "/" + id(parse) + "?expand=text");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.detail()).startsWith("The text of this parse job is no longer kept");
    assertThat(status(good(k1.api().get(PARSE + "/" + id(parse))).path("job")))
        .isEqualTo("COMPLETED");
  }

  @Test
  @DisplayName("a job over a file that is still being read waits, and fails where reading fails")
  void waitsForReading() {
    Job broken = neverRead();
    Job cancelled = neverRead();
    JsonNode first = made(k1, over("pjb-" + broken.id()));
    JsonNode second = made(k1, over("pjb-" + cancelled.id()));
    // another job through the same workers: they have looked at those two by then
    polled(k1, made(k1, over(note())));
    assertThat(status(good(k1.api().get(CLASSIFY + "/" + id(first))))).isEqualTo("PENDING");

    server.store.course().fileFailed(broken.id(), ReadFailure.Code.PDF_IS_BROKEN, "It is torn.");
    good(
        k1.api()
            .send("POST", PARSE + "/pjb-" + cancelled.id() + "/cancel", BodyPublishers.noBody()));

    JsonNode end = polled(k1, first);
    assertThat(status(end)).isEqualTo("FAILED");
    assertThat(end.path("error_message").stringValue()).isEqualTo("PDF_IS_BROKEN: It is torn.");
    assertThat(polled(k1, second).path("error_message").stringValue())
        .isEqualTo("ENGINE_ERROR: The job that was to read this file was cancelled.");
  }

  private static UUID uuid(JsonNode job) {
    return UUID.fromString(id(job));
  }

  /** A parse job that no worker knows of. */
  private Job neverRead() {
    UUID file = UUID.fromString(note().substring("dfl-".length()));
    var creation =
        server
            .store
            .course()
            .create(
                new NewJob(
                    Wire.PARSE,
                    k1.p1(),
                    k1.keyId(),
                    "usr-1",
                    null,
                    new JobOptions("FAST", "en", null, null),
                    List.of(new NewJob.Item(file, "dfl-" + file)),
                    List.of(),
                    "0".repeat(64),
                    false,
                    null,
                    null,
                    null,
                    "{\"tier\":\"fast\"}",
                    null,
                    null),
                (transaction, job, documents, createdAt) -> {});
    return ((JobCreation.Created) creation).job();
  }

  @Test
  @DisplayName("V2-49 upload and read: nulls while it waits, pages from 1 when it is done")
  void upload() {
    byte[] two = (FIRST_PAGE + "\fGoods received").getBytes(StandardCharsets.UTF_8);
    var uploaded = new JsonNode[1];
    String expanded = "?expand=text&expand=text_full,usage";
    // every worker is at work on something else
    String other = upload(k1, "other.txt", RECIPE);
    server.engine.holdingBack(() -> {
      JsonNode first = create(k1, minimal(other));
      JsonNode second = create(k1, minimal(other));
      await()
          .atMost(LONG)
          .until(
              () -> server.store.jobs().standings(List.of(uuid(first), uuid(second))),
              now -> now.values().stream().allMatch(JobStanding::begun));
      uploaded[0] =
          good(
              k1.api()
                  .form(
                      PARSE + "/upload",
                      new Form().text("configuration", FAST).file("file", "two.txt", two)));
      JsonNode early = good(k1.api().get(PARSE + "/" + id(uploaded[0]) + expanded));
      assertThat(status(early.path("job"))).isEqualTo("PENDING");
      assertThat(early.path("text").isNull()).isTrue();
      assertThat(early.path("text_full").isNull()).isTrue();
    });
    JsonNode job = uploaded[0];
    String path = PARSE + "/" + id(job) + expanded;
    assertThat(parsed(job).path("name").stringValue()).isEqualTo("two.txt");

    JsonNode done = good(k1.api().get(path));

    assertThat(done.at("/text/pages/0/page_number").intValue()).isEqualTo(1);
    assertThat(done.at("/text/pages/1/page_number").intValue()).isEqualTo(2);
    assertThat(done.path("text_full").stringValue()).isEqualTo(FIRST_PAGE + "\n\nGoods received");
    assertThat(done.at("/job/usage/credits").isNull()).isTrue();
    assertThat(done.path("markdown").isNull()).isTrue();
  }

  @Test
  @DisplayName("V2-50 no Markdown on the fast tier; a job that has ended can be deleted")
  void markdownAndDelete() {
    String file = note();
    JsonNode parse = parse(file);
    parsed(parse);
    Reply fast = k1.api().get(PARSE + "/" + id(parse) + "?expand=markdown");
    assertThat(fast.status()).isEqualTo(400);
    assertThat(fast.detail()).isEqualTo("Markdown expansion is not available for FAST tier jobs.");
    JsonNode other =
        good(
            k1.api()
                .post(
                    PARSE,
                    "{\"file_id\":\""
                        + file
                        + "\",\"tier\":\"agentic\",\"version\":\"latest\","
                        + "\"user_metadata\":{\"a\":1}}"));
    assertThat(other.at("/user_metadata/a").intValue()).isEqualTo(1);
    parsed(other);
    JsonNode markdown =
        good(k1.api().get(PARSE + "/" + id(other) + "?expand=markdown&expand=markdown_full"));
    assertThat(markdown.at("/markdown/pages/0/markdown").stringValue()).isEqualTo(FIRST_PAGE);
    assertThat(markdown.path("markdown_full").stringValue()).isEqualTo(FIRST_PAGE);

    JsonNode gone = good(k1.api().delete(PARSE + "/" + id(parse)));

    assertThat(id(gone)).isEqualTo(id(parse));
    assertThat(gone.path("project_id").stringValue()).isEqualTo(k1.p1().toString());
    Reply unknown = k1.api().get(PARSE + "/" + id(parse));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.detail()).isEqualTo("Parse job not found");
    assertThat(ids(k1.api().get(PARSE + "?status=COMPLETED"))).containsExactly(id(other));
  }

  @Test
  @DisplayName(
      "bodies of a parse job are held to the contract, and nothing is kept of a bad upload")
  void badParses() {
    String file = note();
    int stored = server.storedBytes().size();
    assertThat(k1.api().post(PARSE, "{\"file_id\":\"" + file + "\"}").problems())
        .containsExactly("value_error [body]");
    assertThat(k1.api().post(PARSE, FAST).problems()).containsExactly("value_error [body]");
    assertThat(k1.api().post(PARSE, FAST.replace("}", ",\"foo\":1}")).problems())
        .containsExactly("extra_forbidden [body, foo]");
    Reply unknown =
        k1.api().post(PARSE, FAST.replace("}", ",\"file_id\":\"dfl-" + UNKNOWN + "\"}"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.detail()).isEqualTo("File not found");
    Reply url =
        k1.api().post(PARSE, FAST.replace("}", ",\"source_url\":\"https://example.org/a\"}"));
    assertThat(url.detail()).isEqualTo("URL inputs are disabled on this server");
    for (String configuration : List.of("", "{", "[]", "{\"tier\":\"slow\",\"version\":\"1\"}")) {
      assertThat(
              k1.api()
                  .form(
                      PARSE + "/upload",
                      new Form().text("configuration", configuration).file("file", "a.txt", RECIPE))
                  .status())
          .isEqualTo(422);
    }
    assertThat(k1.api().get(PARSE + "/pjb-" + UNKNOWN + "?expand=soul").status()).isEqualTo(422);
    assertThat(server.storedBytes()).hasSize(stored);
    assertThat(ids(k1.api().get(PARSE))).isEmpty();
  }

  @Test
  @DisplayName("reading can be cancelled until it has ended; versions are those that clients know")
  void cancelAndVersions() {
    JsonNode parse = parse(note());
    parsed(parse);
    Reply reply =
        k1.api().send("POST", PARSE + "/" + id(parse) + "/cancel", BodyPublishers.noBody());
    assertThat(reply.detail()).isEqualTo("Cannot cancel a parse job with status COMPLETED");
    assertThat(good(k1.api().get(PARSE + "/versions")).at("/latest/fast").stringValue())
        .isEqualTo("2025-12-11");
    assertThat(k2.api().get(PARSE + "/" + id(parse)).detail()).isEqualTo("Parse job not found");
  }
}
