package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Jobs tell a webhook whose receiver fails half the time, while the real program is killed again
 * and again. Every event has to arrive, under one id and with the same bytes each time. {@code
 * ./dev deliveries N SEED} runs more of it.
 */
class DeliveriesTest {
  /** Of a job that ends well. */
  private static final List<String> EVENTS =
      List.of("classify.pending", "classify.running", "classify.success");

  private static final int DELIVERIES = Integer.getInteger("taxon.deliveries", 51);
  private static final long SEED = Long.getLong("taxon.deliveries.seed", System.nanoTime());
  private static final int JOBS = Math.ceilDiv(DELIVERIES, EVENTS.size());
  private static final int DEATHS = Math.max(3, JOBS / 60);

  @TempDir Path data;

  private final Random random = new Random(SEED);
  private final Map<String, String> jobs = new LinkedHashMap<>();
  private final Map<String, Set<String>> bodies = new ConcurrentHashMap<>();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger posts = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(threads);
    receiver.createContext("/", this::take);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
    threads.close();
  }

  /** Takes one half; of the other, one half gets an error and one half no answer. */
  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String id = exchange.getRequestHeaders().getFirst("X-Webhook-Event-ID");
      String body =
          exchange.getRequestHeaders().getFirst("LC-Signature")
              + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      bodies.computeIfAbsent(id, first -> ConcurrentHashMap.newKeySet()).add(body);
      posts.incrementAndGet();
      int chance;
      synchronized (random) {
        chance = random.nextInt(4);
      }
      if (chance >= 2) {
        taken.add(id);
        exchange.sendResponseHeaders(204, -1);
      } else {
        failures.incrementAndGet();
        if (chance == 1) {
          exchange.sendResponseHeaders(500, -1);
        }
      }
    }
  }

  @Test
  void aKilledServerAndAFailingReceiverLoseNoDelivery() throws Exception {
    System.out.printf(
        "deliveries test: %d deliveries, %d deaths, seed %d%n", JOBS * EVENTS.size(), DEATHS, SEED);
    var more = Map.of("TAXON_OUTBOUND_ALLOW", "loopback");
    for (int death = 1; death <= DEATHS; death++) {
      try (var server = ServerProcess.launch(data, more)) {
        server.awaitReady();
        make(server, JOBS * death / DEATHS);
        int millis;
        synchronized (random) {
          millis = random.nextInt(1_500);
        }
        server.kill(Duration.ofMillis(millis));
      }
    }
    try (var server = ServerProcess.launch(data, more)) {
      server.awaitReady();
      make(server, JOBS);
      await()
          .atMost(Duration.ofMinutes(8))
          .pollInterval(Duration.ofMillis(250))
          .until(() -> isAllDelivered(server));
      check(server.deliveries(""));
      assertThat(server.stop()).isZero();
    }
    System.out.printf(
        "deliveries test: %d events told in %d posts, %d of them failed%n",
        taken.size(), posts.get(), failures.get());
  }

  /** Makes jobs until there are so many; one whose answer got lost is asked for again. */
  private void make(ServerProcess server, int count) {
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    while (jobs.size() < count) {
      String key = "job-" + jobs.size();
      String file = server.upload(key + ".txt", "Invoice %s: total due 12.00 EUR".formatted(key));
      jobs.put(key, server.createTelling(key, List.of(file), url).orElseThrow());
    }
  }

  /** What was given up is sent again, as an operator would. */
  private static boolean isAllDelivered(ServerProcess server) {
    if (!server.deliveries("&status=WAITING").isEmpty()) {
      return false;
    }
    List<JsonNode> given = server.deliveries("&status=FAILED");
    given.forEach(delivery -> server.sendAgain(delivery.path("id").asString()));
    return given.isEmpty() && server.deliveries("&status=DELIVERED").size() == JOBS * EVENTS.size();
  }

  private void check(List<JsonNode> deliveries) {
    var told = new HashMap<String, List<String>>();
    var ids = new HashSet<String>();
    for (JsonNode delivery : deliveries) {
      told.computeIfAbsent(delivery.path("job_id").asString(), job -> new ArrayList<>())
          .add(delivery.path("event_type").asString());
      ids.add(delivery.path("id").asString());
      JsonNode attempts = delivery.path("attempts");
      assertThat(attempts.get(attempts.size() - 1).path("http_status").asInt()).isEqualTo(204);
    }
    assertThat(told.keySet()).as("jobs that told").isEqualTo(Set.copyOf(jobs.values()));
    assertThat(told.values())
        .allSatisfy(events -> assertThat(events).containsExactlyInAnyOrderElementsOf(EVENTS));
    assertThat(taken).as("events that arrived").isEqualTo(ids);
    assertThat(bodies.keySet()).as("events that were ever sent").isEqualTo(ids);
    assertThat(bodies.values())
        .as("bodies of each event")
        .allSatisfy(all -> assertThat(all).hasSize(1));
    assertThat(failures).as("failures of the receiver").hasPositiveValue();
  }
}
