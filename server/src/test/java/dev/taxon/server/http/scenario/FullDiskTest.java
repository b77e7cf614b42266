package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server whose data lies on a disk of a few megabytes. Such a disk can be made by root alone;
 * elsewhere the test is skipped and says so.
 */
class FullDiskTest extends ScenarioV2 {
  private static final int MEGABYTES = 12;
  private static final byte[] LARGE = new byte[1 << 20];
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private SmallDisk disk;

  @BeforeAll
  @Override
  void startServer() {
    Optional<SmallDisk> mounted;
    try {
      mounted = SmallDisk.mounted(folder.resolve("disk"), MEGABYTES);
      assertThat(mounted.isPresent() || System.getenv("CI") == null || !SmallDisk.isRoot())
          .as("root can mount a small disk, as continuous integration must")
          .isTrue();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (mounted.isEmpty()) {
      System.out.println("Skipped: a small disk can be mounted by root alone.");
    }
    assumeTrue(mounted.isPresent());
    disk = mounted.get();
    server = TestServer.on(disk.folder().resolve("data"));
  }

  @AfterAll
  @Override
  void stopServer() {
    if (server != null) {
      server.close();
      disk.close();
    }
  }

  @Test
  @DisplayName("with a full disk uploads, creates and deletes are 507, and nothing is lost or half")
  void full() {
    String file = invoice();
    String other = upload(k1, "other.txt", RECIPE);
    JsonNode ended = polled(k1, made(k1, over(note())));
    var atWork = new JsonNode[1];
    var waiting = new ArrayList<String>();
    server.engine.holdingBack(() -> {
      atWork[0] = create(k1, minimal(file));
      disk.fill();
      List<Path> bytes = server.storedBytes();
      List<String> files = ids(k1.api().get(BETA));

      for (Reply refused :
          List.of(
              k1.api().form(FILES, new Form().file("upload_file", "a", LARGE)),
              k1.api().chunkedForm(FILES, new Form().file("upload_file", "a", LARGE)),
              k1.api().form(BETA, new Form().text("purpose", "parse").file("file", "a", RECIPE)))) {
        isFull(refused);
      }
      assertThat(server.storedBytes()).containsExactlyInAnyOrderElementsOf(bytes);
      assertThat(ids(k1.api().get(BETA))).isEqualTo(files);

      // what the database still has room for is accepted, and then has to be done
      isFull(
          untilRefused(() -> {
            Reply reply = k1.api().post(JOBS, minimal(other));
            if (reply.status() == 200) {
              waiting.add(reply.text("/id"));
            }
            return reply;
          }));
      isFull(k1.api().send("DELETE", FILES + "/" + other, BodyPublishers.noBody()));
      isFull(k1.api().delete(CLASSIFY + "/" + id(ended)));
      isFull(k1.api().put(FILES, "{\"name\":\"announced\"}"));

      assertThat(k1.api().get("/health/live").status()).isEqualTo(200);
      assertThat(k1.api().get("/health/ready").status()).isEqualTo(503);
      assertThat(k1.api().get(CLASSIFY + "/" + id(ended)).json()).isEqualTo(ended);
      assertThat(jobs()).hasSize(1 + waiting.size());
      assertThat(download(other)).isEqualTo(RECIPE);
    });
    // the outcome finds no room either, and is not given up
    assertThat(status(k1.api().get(JOBS + "/" + id(atWork[0])).json())).isEqualTo("PENDING");

    disk.makeRoom();

    await().atMost(LONG).until(() -> k1.api().get("/health/ready").status() == 200);
    waiting.add(id(atWork[0]));
    for (String job : waiting) {
      await()
          .atMost(LONG)
          .until(() -> status(k1.api().get(JOBS + "/" + job).json()).equals("SUCCESS"));
    }
    assertThat(results(k1, atWork[0]).at("/items/0/result/type").stringValue())
        .isEqualTo("invoice");
    assertThat(k1.api().form(FILES, new Form().file("upload_file", "a", LARGE)).status())
        .isEqualTo(200);
    assertThat(ended(k1, create(k1, minimal(file))).path("status").stringValue())
        .isEqualTo("SUCCESS");
    assertThat(k1.api().delete(FILES + "/" + other).status()).isEqualTo(204);
    assertThat(k1.api().delete(CLASSIFY + "/" + id(ended)).status()).isEqualTo(200);
    assertThat(jobs()).hasSize(1 + waiting.size());
  }

  private static void isFull(Reply reply) {
    assertThat(reply.toString())
        .isEqualTo("507 {\"detail\":\"The server has no room left to store this\"}");
    assertThat(reply.header("x-should-retry")).isEqualTo("false");
  }

  private static Reply untilRefused(Supplier<Reply> request) {
    for (int i = 0; i < 10_000; i++) {
      Reply reply = request.get();
      if (reply.status() != 200) {
        return reply;
      }
    }
    throw new AssertionError("the disk is never full");
  }

  private List<String> jobs() {
    return k1.api()
        .get(JOBS + "?page_size=1000")
        .json()
        .path("items")
        .valueStream()
        .map(ScenarioV2::id)
        .toList();
  }

  private byte[] download(String id) {
    return k1.api().as(null).get(k1.api().get(FILES + "/" + id + "/content").text("/url")).body();
  }
}
