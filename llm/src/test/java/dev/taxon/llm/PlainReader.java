package dev.taxon.llm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as a model would that goes by the words that rule and document share. It sees nothing but
 * what travelled, so what it gets right was sent whole.
 */
final class PlainReader implements Function<FakeModel.Asked, FakeModel.Sent> {
  private static final int ENOUGH = 3;

  @Override
  public FakeModel.Sent apply(FakeModel.Asked asked) {
    JsonNode question = asked.question();
    var text = new StringBuilder();
    question
        .path("document")
        .path("text")
        .forEach(p -> text.append(p.path("text").asString()).append('\n'));
    Set<String> words = words(text.toString());
    int best = 0;
    int most = 0;
    for (JsonNode rule : question.path("rules")) {
      Set<String> shared =
          words(rule.path("type").asString() + ' ' + rule.path("descriptions").toString());
      shared.retainAll(words);
      if (shared.size() > most) {
        most = shared.size();
        best = rule.path("rule").asInt();
      }
    }
    boolean bare = question.path("rules").path(0).path("descriptions").isEmpty();
    boolean fits = most >= (bare ? 1 : ENOUGH);
    ObjectNode answer = FakeModel.JSON.createObjectNode();
    answer.put("reason", "It shares " + most + " words with the rule.");
    var quotes = answer.putArray("quotes");
    text.toString()
        .lines()
        .filter(l -> !l.isBlank() && l.length() < 100)
        .skip(1)
        .limit(2)
        .forEach(quotes::add);
    var answers = answer.putArray("answers");
    if (best > 0) {
      answers.addObject().put("rule", best).put("probability", fits ? 0.9 : 0.2);
    }
    answer.put("none", fits ? 0.1 : 0.8);
    return FakeModel.Sent.content(FakeModel.JSON.writeValueAsString(answer));
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .filter(word -> word.length() > 3)
        .forEach(words::add);
    return words;
  }
}
