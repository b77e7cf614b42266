package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RetriesTest extends Scenario {
  private static final String RETRY = "X-Stainless-Retry-Count";
  private static final String KEY = "Idempotency-Key";

  @Test
  @DisplayName("V1-73 a retry finds the job that is there; a first attempt makes another")
  void retry() {
    String body = minimal(invoice());
    String first = k1.api().post(JOBS, body, RETRY, "0").text("/id");

    assertThat(k1.api().post(JOBS, body, RETRY, "1").text("/id")).isEqualTo(first);
    assertThat(k1.api().get(JOBS).json().path("items").size()).isEqualTo(1);
    assertThat(k1.api().post(JOBS, body).text("/id")).isNotEqualTo(first);
    assertThat(k1.api().get(JOBS).json().path("items").size()).isEqualTo(2);
  }

  @Test
  @DisplayName("a retry whose first attempt never came makes the job, and another body is no retry")
  void retryOfNothing() {
    String file = invoice();
    String first = k1.api().post(JOBS, minimal(file), RETRY, "2").text("/id");

    assertThat(k1.api().post(JOBS, minimal(file, file), RETRY, "1").text("/id"))
        .isNotEqualTo(first);
    Reply odd = k1.api().post(JOBS, minimal(file), RETRY, "many");
    assertThat(odd.status()).isEqualTo(200);
    assertThat(odd.text("/id")).isNotEqualTo(first);
  }

  @Test
  @DisplayName("V1-74 an idempotency key gives one job, refuses another body, and is the key's own")
  void idempotencyKey() {
    String file = invoice();
    String first = k1.api().post(JOBS, minimal(file), KEY, "k").text("/id");

    assertThat(k1.api().post(JOBS, minimal(file), KEY, "k").text("/id")).isEqualTo(first);
    Reply other = k1.api().post(JOBS, minimal(file, file), KEY, "k");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problems()).containsExactly("value_error [header, Idempotency-Key]");
    String foreign = upload(k2, "invoice.pdf", Documents.invoice());
    assertThat(k2.api().post(JOBS, minimal(foreign), KEY, "k").text("/id")).isNotEqualTo(first);
    Reply tooLong = k1.api().post(JOBS, minimal(file), KEY, "k".repeat(256));
    assertThat(tooLong.problems()).containsExactly("string_too_long [header, Idempotency-Key]");
  }

  @Test
  @DisplayName("V1-75 fifty creates at once are fifty jobs, and all end well")
  void fiftyAtOnce() throws Exception {
    String body = minimal(invoice());

    List<JsonNode> jobs = atOnce(50, () -> create(k1, body));

    var ids = new HashSet<String>();
    for (JsonNode job : jobs) {
      ids.add(job.path("id").stringValue());
      assertThat(ended(k1, job).path("status").stringValue()).isEqualTo("SUCCESS");
    }
    assertThat(ids).hasSize(50);
  }

  @Test
  @DisplayName("V1-76 one create, aborted and retried three times over, is one job in the list")
  void retriedAtOnce() throws Exception {
    String body = minimal(invoice());
    k1.api().post(JOBS, body, RETRY, "0");

    List<String> ids = atOnce(3, () -> k1.api().post(JOBS, body, RETRY, "1").text("/id"));

    assertThat(new HashSet<>(ids)).hasSize(1);
    assertThat(k1.api().get(JOBS).json().path("items").size()).isEqualTo(1);
  }

  static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(call));
      }
      var done = new ArrayList<T>();
      for (Future<T> future : running) {
        done.add(future.get());
      }
      return done;
    }
  }
}
