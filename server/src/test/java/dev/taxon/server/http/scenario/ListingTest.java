package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.RuleSet;
import dev.taxon.store.JobOptions;
import dev.taxon.store.NewJob;
import dev.taxon.store.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListingTest extends Scenario {
  private String file = "";

  @BeforeEach
  void uploadFile() {
    file = invoice();
  }

  @Test
  @DisplayName("V1-52 five jobs in pages of two, newest first")
  void pages() {
    List<String> newestFirst = fiveJobs().reversed();
    var seen = new ArrayList<String>();
    var sizes = new ArrayList<Integer>();
    String token = "";
    do {
      JsonNode page = k1.api().get(JOBS + "?page_size=2&page_token=" + token).json();
      assertThat(page.path("total_size").isNull()).isTrue();
      sizes.add(page.path("items").size());
      seen.addAll(ids(page));
      token =
          page.path("next_page_token").isNull() ? "" : page.path("next_page_token").stringValue();
    } while (!token.isEmpty());

    assertThat(sizes).containsExactly(2, 2, 1);
    assertThat(seen).containsExactlyElementsOf(newestFirst);
  }

  @Test
  @DisplayName("a last page that is full has no token")
  void fullLastPage() {
    fiveJobs();

    assertThat(k1.api().get(JOBS + "?page_size=5").json().path("next_page_token").isNull())
        .isTrue();
  }

  @Test
  @DisplayName("V1-53 a job created between pages shifts none of them")
  void createdBetweenPages() {
    List<String> newestFirst = fiveJobs().reversed();
    JsonNode first = k1.api().get(JOBS + "?page_size=2").json();
    String late = create(k1, minimal(file)).path("id").stringValue();

    JsonNode second = next(first);

    assertThat(ids(second)).containsExactlyElementsOf(newestFirst.subList(2, 4));
    assertThat(ids(next(second))).containsExactlyElementsOf(newestFirst.subList(4, 5));
    assertThat(ids(k1.api().get(JOBS + "?page_size=2").json()).getFirst()).isEqualTo(late);
  }

  @Test
  @DisplayName("V1-54 sizes of 0, -1, x and 5000")
  void sizes() {
    fiveJobs();
    for (String size : List.of("0", "-1", "x", "1.5")) {
      Reply reply = k1.api().get(JOBS + "?page_size=" + size);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.problems()).singleElement().asString().endsWith("[query, page_size]");
    }
    assertThat(k1.api().get(JOBS + "?page_size=5000").json().path("items").size()).isEqualTo(5);
    UUID fileId = UUID.fromString(file);
    for (int i = 0; i < 1_000; i++) {
      server.store.course().create(unworked(fileId), (transaction, job, documents, now) -> {});
    }

    Reply reply = k1.api().get(JOBS + "?page_size=5000");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("items").size()).isEqualTo(1_000);
    JsonNode rest = next(reply.json());
    assertThat(rest.path("items").size()).as("a page of two").isEqualTo(2);
  }

  @Test
  @DisplayName("V1-55 a token that is altered, of another list, or a day old")
  void badTokens() {
    fiveJobs();
    String token = k1.api().get(JOBS + "?page_size=2").text("/next_page_token");
    String altered = (token.startsWith("1") ? "2" : "1") + token.substring(1);
    for (String path :
        List.of(
            JOBS + "?page_token=" + altered,
            JOBS + "?page_token=nonsense",
            JOBS + "?page_token=" + token + "&project_id=" + k1.p2(),
            BETA + "?page_token=" + token)) {
      assertThat(k1.api().get(path).toString())
          .isEqualTo("400 {\"detail\":\"Invalid page token\"}");
    }
    assertThat(k2.api().get(JOBS + "?page_token=" + token).status()).isEqualTo(400);
    assertThat(k1.api().get(JOBS + "?page_token=" + token).status()).isEqualTo(200);

    server.clock.forward(Duration.ofHours(25));
    assertThat(k1.api().get(JOBS + "?page_token=" + token).toString())
        .isEqualTo("400 {\"detail\":\"Invalid page token\"}");
  }

  @Test
  @DisplayName("V1-56 nobody sees another's jobs")
  void noJobs() {
    fiveJobs();

    assertThat(k2.api().get(JOBS).string())
        .isEqualTo("{\"items\":[],\"next_page_token\":null,\"total_size\":null}");
    assertThat(k1.api().get(JOBS + "?project_id=" + k1.p2()).json().path("items").size()).isZero();
  }

  @Test
  @DisplayName("results are paged only when that is asked for")
  void pagesOfResults() {
    JsonNode job = create(k1, minimal(file, file, file, file, file));
    String path = JOBS + "/" + job.path("id").stringValue() + "/results";

    JsonNode first = k1.api().get(path + "?page_size=2").json();
    JsonNode second =
        k1.api()
            .get(path + "?page_size=2&page_token=" + first.path("next_page_token").stringValue())
            .json();
    JsonNode rest =
        k1.api().get(path + "?page_token=" + second.path("next_page_token").stringValue()).json();

    assertThat(List.of(first, second, rest))
        .extracting(p -> p.path("items").size())
        .containsExactly(2, 2, 1);
    assertThat(rest.path("next_page_token").isNull()).isTrue();
    assertThat(first.path("total_size").intValue()).isEqualTo(5);
    var together = new ArrayList<>(ids(first));
    together.addAll(ids(second));
    together.addAll(ids(rest));
    assertThat(ids(k1.api().get(path).json())).isEqualTo(together);
  }

  /** A job that no worker knows of. */
  private NewJob unworked(UUID fileId) {
    return new NewJob(
        Wire.V1,
        k1.p1(),
        k1.keyId(),
        "usr-1",
        RuleSet.of("invoice", "asks for payment and states a total due"),
        new JobOptions("FAST", "en", 5, null),
        List.of(new NewJob.Item(fileId, file)),
        List.of(),
        "0".repeat(64),
        false,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private List<String> fiveJobs() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.add(create(k1, minimal(file)).path("id").stringValue());
    }
    return ids;
  }

  private JsonNode next(JsonNode page) {
    return k1.api()
        .get(JOBS + "?page_size=2&page_token=" + page.path("next_page_token").stringValue())
        .json();
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("id").stringValue()).toList();
  }
}
