package dev.taxon.llm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    String reason = line(answer.path("reason").asString(answer.path("reasoning").asString("")));
    List<String> quotes = quotes(answer.path("quotes"));
    boolean asAsked = answer.has("answers") || !answer.has("type");
    return asAsked ? asked(answer, types, reason, quotes) : inShort(answer, types, reason, quotes);
  }

  private static Verdict asked(
      JsonNode answer, List<String> types, String reason, List<String> quotes) throws Unusable {
    var chances = new HashMap<String, Double>();
    for (JsonNode one : answer.path("answers")) {
      chances.merge(type(one.path("rule"), types), probability(one.path("probability")), Math::max);
    }
    double none = probability(answer.path("none"));
    double sum = none + chances.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sum <= 0) {
      throw new Unusable("gives neither a rule nor none a probability above 0");
    }
    chances.values().removeIf(chance -> chance == 0);
    chances.replaceAll((type, chance) -> chance / sum);
    return new Verdict(reason, quotes, chances, none / sum);
  }

  /**
   * A type and a confidence, as models answer that take little notice of what they are told. What
   * the confidence leaves is shared between the other types and none.
   */
  private static Verdict inShort(
      JsonNode answer, List<String> types, String reason, List<String> quotes) throws Unusable {
    double sure = probability(answer.path("confidence"));
    var chances = new HashMap<String, Double>();
    if (answer.path("type").isNull()) {
      types.forEach(type -> chances.put(type, (1 - sure) / types.size()));
      return new Verdict(reason, quotes, chances, sure);
    }
    String given = type(answer.path("type"), types);
    int others = types.size() - 1;
    double toNone = others == 0 ? 1 - sure : (1 - sure) / 2;
    types.forEach(type -> chances.put(type, (1 - sure - toNone) / Math.max(1, others)));
    chances.put(given, sure);
    return new Verdict(reason, quotes, chances, toNone);
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
  private static String type(JsonNode rule, List<String> types) throws Unusable {
    String written = rule.asString("").strip();
    for (String type : types) {
      if (rule.isString() && type.strip().equals(written)) {
        return type;
      }
    }
    try {
      return types.get(Integer.parseInt(written) - 1);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new Unusable("names a rule that there is not");
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
