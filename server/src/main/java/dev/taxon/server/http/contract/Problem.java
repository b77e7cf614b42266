package dev.taxon.server.http.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing wrong with a request, as a 422 lists it.
 *
 * @param type a word by which programs know what is wrong
 * @param loc where: {@code path}, {@code query}, {@code header} or {@code body}, then names and
 *     indexes
 * @param msg a sentence for a person
 * @param input what was found there
 * @param ctx the limits that were broken, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, List<Object> loc, String msg, JsonNode input, @Nullable Map<String, Object> ctx) {
  public Problem {
    loc = List.copyOf(loc);
  }

  /** The same of a part, told where the part is. */
  Problem within(List<Object> place) {
    return new Problem(type, Stream.concat(place.stream(), loc.stream()).toList(), msg, input, ctx);
  }

  /** Something that no schema can say. */
  public static Problem value(List<Object> loc, String sentence, JsonNode input) {
    return new Problem(
        "value_error", loc, "Value error, " + sentence, input, Map.of("error", sentence));
  }
}
