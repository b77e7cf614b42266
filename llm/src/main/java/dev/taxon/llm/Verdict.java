package dev.taxon.llm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's answer as it says it, not yet believed.
 *
 * @param reason one line, possibly empty
 * @param quotes as the model spells them
 * @param chances by type, above 0; together with {@code none} 1
 * @param none that no rule fits
 */
record Verdict(String reason, List<String> quotes, Map<String, Double> chances, double none) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What models that think aloud put before the answer. */
  private static final Pattern THOUGHTS = Pattern.compile("(?s)^\\s*<think>.*?</think>");

  private static final int MOST_QUOTES = 5;
  private static final int LONGEST_QUOTE = 160;

  /** The answer is of no use; the message, which continues "it", is told to the model. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why);
    }
  }

  Verdict {
    quotes = List.copyOf(quotes);
    chances = Map.copyOf(chances);
  }

  /**
   * Reads an answer.
   *
   * @param types the one of number 1 first
   */
  static Verdict of(String content, List<String> types) throws Unusable {
    JsonNode answer = object(content);
    var chances = new HashMap<String, Double>();
    for (JsonNode one : answer.path("answers")) {
      String type = type(one.path("rule"), types);
      if (type == null) {
        throw new Unusable("names a rule that there is not");
      }
      chances.merge(type, probability(one.path("probability")), Math::max);
    }
    double none = probability(answer.path("none"));
    double most = chances.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double sum = none + chances.values().stream().mapToDouble(Double::doubleValue).sum();
    if (Math.max(most, none) <= 0) {
      throw new Unusable("gives neither a rule nor none a probability above 0");
    }
    chances.values().removeIf(chance -> chance == 0);
    chances.replaceAll((type, chance) -> chance / sum);
    return new Verdict(
        line(answer.path("reason").asString("")),
        quotes(answer.path("quotes")),
        chances,
        none / sum);
  }

  /** The first JSON object in the text; fences and chatter around it do no harm. */
  private static JsonNode object(String content) throws Unusable {
    String text = THOUGHTS.matcher(content).replaceFirst("");
    int start = text.indexOf('{');
    if (start < 0) {
      throw new Unusable("holds no JSON object");
    }
    try (var parser = JSON.createParser(text.substring(start))) {
      return parser.readValueAsTree();
    } catch (JacksonException e) {
      throw new Unusable("is not whole JSON");
    }
  }

  /** By number, as asked for, or by its name, as some models answer. */
  private static @Nullable String type(JsonNode rule, List<String> types) {
    String written = rule.asString("").strip();
    for (String type : types) {
      if (rule.isString() && type.strip().equals(written)) {
        return type;
      }
    }
    try {
      int number = Integer.parseInt(written);
      return number >= 1 && number <= types.size() ? types.get(number - 1) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static double probability(JsonNode value) throws Unusable {
    double probability;
    try {
      probability = value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asString(""));
    } catch (NumberFormatException e) {
      throw new Unusable("lacks a probability where one belongs");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new Unusable("gives a probability that is not from 0 to 1");
    }
    return probability;
  }

  private static List<String> quotes(JsonNode given) {
    var quotes = new ArrayList<String>();
    for (JsonNode one : given) {
      String quote = one.asString("").strip();
      if (!quote.isEmpty() && quote.length() <= LONGEST_QUOTE && quotes.size() < MOST_QUOTES) {
        quotes.add(quote);
      }
    }
    return quotes;
  }

  private static String line(String text) {
    return Excerpt.clean(text).replaceAll("\\s+", " ").strip();
  }
}
