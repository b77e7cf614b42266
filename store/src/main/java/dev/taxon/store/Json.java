package dev.taxon.store;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Evidence;
import dev.taxon.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The values that are kept as JSON text: nobody searches in them. */
final class Json {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Json() {}

  /**
   * What a decision holds beyond its answer.
   *
   * @param none null where it was not kept yet
   */
  record Details(
      List<Evidence> evidence,
      List<Candidate> candidates,
      @Nullable Double none,
      @Nullable String way) {
    static Details of(Decision decision) {
      return new Details(
          decision.evidence(), decision.candidates(), decision.none(), decision.way());
    }

    Decision decision(@Nullable String type, double confidence, String reasoning) {
      return none == null
          ? new Decision(type, confidence, reasoning, evidence, candidates)
          : new Decision(type, confidence, reasoning, evidence, candidates, none, way);
    }
  }

  static String text(@Nullable Object value) {
    var text = PLAIN.writeValueAsString(value);
    // a quote may end within a pair of surrogates; escaped, the half survives
    return Text.isStorable(text) ? text : ASCII.writeValueAsString(value);
  }

  static @Nullable RuleSet rules(String json) {
    return PLAIN.readValue(json, RuleSet.class);
  }

  static List<String> words(String json) {
    return List.of(PLAIN.readValue(json, String[].class));
  }

  static JobOptions options(String json) {
    return PLAIN.readValue(json, JobOptions.class);
  }

  static Document document(byte[] json) {
    return PLAIN.readValue(json, Document.class);
  }

  static Details details(String json) {
    return PLAIN.readValue(json, Details.class);
  }
}
