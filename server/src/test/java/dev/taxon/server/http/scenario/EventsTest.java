package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.taxon.server.http.HttpSettings;
import dev.taxon.server.http.scenario.Listener.Event;
import dev.taxon.server.http.scenario.TestServer.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens to a job, told as it happens. */
class EventsTest extends ScenarioV2 {
  @Test
  @DisplayName("a job is told from where it stands: each file as it ends, the counts, the end")
  void told() {
    String locked = upload(k1, "locked.pdf", Documents.encrypted());
    String file = invoice();
    var listeners = new ArrayList<Listener>();
    server.engine.holdingBack(() -> {
      JsonNode job = create(k1, minimal(file, locked, file));
      Listener listener = Listener.to(k1.api(), id(job));
      listeners.add(listener);
      await().until(() -> listener.names().contains("file"));
      assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
      Event state = listener.events.getFirst();
      assertThat(state.name()).isEqualTo("state");
      assertThat(state.data().path("id").stringValue()).isEqualTo(id(job));
      assertThat(status(state.data())).isEqualTo("PENDING");
      assertThat(state.data().at("/files/total").intValue()).isEqualTo(3);
      Event failed = first(listener, "file");
      assertThat(failed.data().path("file_id").stringValue()).isEqualTo(locked);
      assertThat(failed.data().path("outcome").stringValue()).isEqualTo("FAILED");
      assertThat(failed.data().at("/error/code").stringValue()).isEqualTo("PDF_IS_PROTECTED");
      assertThat(listener.isOver()).isFalse();
    });

    Listener listener = listeners.getFirst();
    await().until(listener::isOver);

    List<Event> files = listener.events.stream().filter(e -> e.name().equals("file")).toList();
    assertThat(files)
        .extracting(event -> event.data().path("position").intValue())
        .containsExactly(1, 0, 2);
    assertThat(files.getLast().data().path("type").stringValue()).isEqualTo("invoice");
    assertThat(files.getLast().data().path("name").stringValue()).isEqualTo("invoice.pdf");
    Event end = listener.events.getLast();
    assertThat(end.name()).isEqualTo("end");
    assertThat(status(end.data())).isEqualTo("PARTIAL_SUCCESS");
    assertThat(end.data().path("files").toString())
        .isEqualTo("{\"total\":3,\"waiting\":0,\"done\":2,\"failed\":1,\"cancelled\":0}");
    assertThat(end.data().path("error_message").stringValue()).startsWith("1 of 3 files failed");
  }

  @Test
  @DisplayName("jobs of the second wire are told in its words and under its ids")
  void secondWire() {
    JsonNode classified = polled(k1, made(k1, over(note())));
    JsonNode read = parsed(parse(note()));

    Listener first = over(Listener.to(k1.api(), id(classified)));
    Listener second = over(Listener.to(k1.api(), id(read)));

    assertThat(first.names()).containsExactly("state", "file", "end");
    assertThat(status(first.events.getLast().data())).isEqualTo("COMPLETED");
    assertThat(first.events.get(1).data().path("type").stringValue()).isEqualTo("delivery note");
    assertThat(first.events.get(1).data().path("job_id").stringValue()).isEqualTo(id(classified));
    assertThat(second.names()).containsExactly("state", "file", "end");
    assertThat(second.events.get(1).data().path("outcome").stringValue()).isEqualTo("READ");
  }

  @Test
  @DisplayName("who comes back hears what it was not told of, and after the end nothing")
  void comesBack() {
    var files = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      files.add(upload(k1, i + ".txt", ("Letter " + i).getBytes(StandardCharsets.UTF_8)));
    }
    JsonNode job = create(k1, minimal(files.toArray(String[]::new)));
    ended(k1, job);
    Listener all = over(Listener.to(k1.api(), id(job)));
    List<Event> told = all.events.stream().filter(e -> e.name().equals("file")).toList();
    assertThat(told).hasSize(12);

    Listener again = over(Listener.to(k1.api(), id(job), "Last-Event-ID", told.get(6).id()));
    Listener odd = over(Listener.to(k1.api(), id(job), "Last-Event-ID", "what? / never ours"));
    Listener done = over(Listener.to(k1.api(), id(job), "Last-Event-ID", "end"));

    assertThat(again.events.stream().filter(e -> e.name().equals("file")).map(Event::data))
        .containsExactlyElementsOf(told.subList(7, 12).stream().map(Event::data).toList());
    assertThat(odd.names()).isEqualTo(all.names());
    assertThat(done.status()).isEqualTo(204);
    assertThat(done.events).isEmpty();
  }

  @Test
  @DisplayName("a cancelled job says so for each file that waited")
  void cancelled() {
    String file = note();
    var listeners = new ArrayList<Listener>();
    server.engine.holdingBack(() -> {
      JsonNode job = made(k1, over(file));
      listeners.add(Listener.to(k1.api(), id(job)));
      k1.api().post(CLASSIFY + "/" + id(job) + "/cancel", "");
      over(listeners.getFirst());
    });

    Listener listener = listeners.getFirst();
    assertThat(first(listener, "file").data().path("outcome").stringValue()).isEqualTo("CANCELLED");
    assertThat(status(listener.events.getLast().data())).isEqualTo("CANCELLED");
  }

  @Test
  @DisplayName("another tenant's job is as unknown as one that never was")
  void unknown() {
    JsonNode job = made(k1, over(note()));
    for (String id : List.of(id(job), "clj-" + UNKNOWN, UNKNOWN, "x")) {
      Reply reply = k2.api().get("/api/taxon/jobs/" + id + "/events");
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.detail()).isEqualTo("Classify job not found");
    }
    assertThat(
            k1.api().get("/api/taxon/jobs/" + id(job) + "/events?project_id=" + k1.p2()).detail())
        .isEqualTo("Classify job not found");
  }

  @Test
  @DisplayName("listeners hear something before their connection falls silent, and are bounded")
  void heartbeatAndBound() {
    try (var brief = TestServer.start(settings -> silent(settings, Duration.ofSeconds(1)))) {
      Tenant tenant = brief.tenant();
      String file = beta(tenant, "note.txt", DELIVERY_NOTE);
      brief.engine.holdingBack(() -> {
        JsonNode job = made(tenant, over(file));
        var listeners = new ArrayList<Listener>();
        for (int i = 0; i < 100; i++) {
          listeners.add(Listener.to(tenant.api(), id(job)));
        }
        Reply refused = tenant.api().get("/api/taxon/jobs/" + id(job) + "/events");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        await().until(() -> listeners.getFirst().comments.get() >= 4);
        assertThat(listeners).noneMatch(Listener::isOver);

        listeners.forEach(Listener::close);

        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> Listener.to(tenant.api(), id(job)).status() == 200);
        await().atMost(Duration.ofSeconds(30)).until(() -> brief.http.waiting() == 1);
      });
    }
  }

  @Test
  @DisplayName("a server that stops ends the stream without saying that the job has ended")
  void stop() {
    var own = TestServer.start();
    Tenant tenant = own.tenant();
    String file = beta(tenant, "note.txt", DELIVERY_NOTE);
    own.engine.holdingBack(() -> {
      JsonNode job = made(tenant, over(file));
      Listener listener = Listener.to(tenant.api(), id(job));
      await().until(() -> !listener.events.isEmpty());
      long start = System.nanoTime();

      own.http.close();

      assertThat(over(listener).names()).containsExactly("state");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    });
    own.close();
  }

  private static Listener over(Listener listener) {
    await().atMost(Duration.ofSeconds(30)).until(listener::isOver);
    return listener;
  }

  private static Event first(Listener listener, String name) {
    return listener.events.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }

  private static HttpSettings silent(HttpSettings settings, Duration silence) {
    return new HttpSettings(
        settings.host(),
        settings.port(),
        settings.publicUrl(),
        settings.trustedProxies(),
        settings.maxUploadBytes(),
        settings.maxJsonBytes(),
        silence,
        settings.exposeRunning());
  }
}
