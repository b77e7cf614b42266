package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped, with its encoder, on the documents that the scenarios name. */
class ShippedEngineTest {
  private static final String DELIVERY_NOTE =
      "Lieferschein 0815\n12 Stk. Schrauben M4\nLieferadresse: Hafenweg 3";
  private static final List<Map<String, String>> RULES =
      List.of(
          Map.of(
              "type",
              "delivery note",
              "description",
              "Lists shipped goods with quantities and a delivery address, without prices"),
          Map.of(
              "type",
              "dunning letter",
              "description",
              "Reminds a customer of an overdue payment and sets a new deadline"));

  @TempDir Path folder;

  @Test
  @DisplayName("V2-02 V2-03 a German delivery note fits the English rule, a recipe fits none")
  void theNamedDocuments() throws Exception {
    try (var server = ServerProcess.start(folder.resolve("data"))) {
      for (String text : List.of(DELIVERY_NOTE, DELIVERY_NOTE.replace("\n", " / "))) {
        var job = server.classified(server.upload("a.txt", text), RULES);
        assertThat(job.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(job.at("/result/type").asString()).as(text).isEqualTo("delivery note");
        assertThat(job.at("/result/confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(job.at("/result/reasoning").asString()).isNotEmpty();
        assertThat(job.path("error_message").isNull()).isTrue();
      }
      for (String recipe :
          List.of(
              "Apple cake\nMix flour, butter and sugar. Peel six apples.\nBake for an hour.",
              "Kartoffelsuppe\n500 g Kartoffeln schälen, in Brühe weich kochen, pürieren.")) {
        var job = server.classified(server.upload("r.txt", recipe), RULES);
        assertThat(job.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(job.path("result").isObject()).isTrue();
        assertThat(job.at("/result/type").isNull()).as(recipe).isTrue();
      }
      assertThat(server.stop()).isZero();
    }
  }
}
