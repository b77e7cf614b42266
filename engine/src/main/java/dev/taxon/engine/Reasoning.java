package dev.taxon.engine;

import dev.taxon.Evidence;
import dev.taxon.engine.Odds.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Says for a person why a decision was made, read off the parts of the scores: what heads the
 * document, which words stand where, what came next and what tells the two apart; or what the
 * nearest type lacks.
 */
final class Reasoning {
  private static final int MOST_QUOTES = 5;
  private static final int MOST_OF_NEXT = 2;
  private static final int MOST_MISSING = 4;
  private static final int LITTLE_TEXT = 12;

  private final List<String> types;
  private final Reading reading;
  private final Odds odds;
  private final Ranked best;
  private final List<Quote> quotes;

  Reasoning(List<String> types, Reading reading, Odds odds) {
    this.types = types;
    this.reading = reading;
    this.odds = odds;
    this.best =
        odds.ranked().stream().filter(r -> !r.rest()).findFirst().orElse(odds.ranked().getFirst());
    this.quotes = quotes(best.score(), MOST_QUOTES);
  }

  /** The places that speak for the best type, strongest first. */
  List<Evidence> evidence() {
    return quotes.stream().map(quote -> quote.evidence(reading, type(best))).toList();
  }

  String forType() {
    var text = new StringBuilder();
    var heads = quotes.stream().filter(Quote::heads).toList();
    var words = quotes.stream().filter(quote -> !quote.heads() && quote.cue() == null).toList();
    if (!heads.isEmpty()) {
      text.append("Standing out: ").append(listed(heads, true)).append(". ");
    }
    text.append(fileIs());
    text.append(usual(quotes.stream().filter(quote -> quote.cue() != null).toList()));
    if (!words.isEmpty()) {
      text.append(heads.isEmpty() ? "Words of " : "More words of ");
      text.append(type(best)).append(": ").append(listed(words, true)).append(". ");
    }
    return text.append(nextBest()).toString();
  }

  String forRest() {
    return "No other rule fits, so the one for the rest is taken. " + nearest();
  }

  String forNone() {
    if (reading.words() < LITTLE_TEXT) {
      String amount = reading.words() == 1 ? "1 word" : reading.words() + " words";
      return "There is too little readable text to tell: %s. %s".formatted(amount, nearest());
    }
    return "No rule fits. " + nearest();
  }

  /** Cues of a known kind, as a sentence. */
  private String usual(List<Quote> cues) {
    if (cues.isEmpty()) {
      return "";
    }
    var cue = Objects.requireNonNull(cues.getFirst().cue());
    return "%s %s usual in %s. "
        .formatted(
            listed(cues, true), cues.size() == 1 ? "is" : "are", Knowing.withArticle(cue.kind()));
  }

  /** The file's format, where it took part. */
  private String fileIs() {
    for (var part : best.score().parts()) {
      if (part instanceof Part.FormatPart format && format.value() > 0) {
        return "The file is %s. ".formatted(format.format().phrase());
      }
    }
    return "";
  }

  /** What came second, and what tells the two apart. */
  private String nextBest() {
    var others =
        odds.ranked().stream()
            .filter(r -> r.score().type() != best.score().type() && !r.rest())
            .toList();
    if (odds.none() >= best.probability() / 2) {
      return "It may also be that no rule fits (%s). ".formatted(percent(odds.none()))
          + (others.isEmpty() ? "" : next(others.getFirst()));
    }
    return others.isEmpty() ? "There is no other rule." : next(others.getFirst());
  }

  private String next(Ranked other) {
    var found = quotes(other.score(), MOST_OF_NEXT);
    if (found.isEmpty()) {
      return "No word speaks for another rule.";
    }
    var alone =
        quotes.stream()
            .filter(quote -> quote.cue() != null || !quote.terms().isEmpty())
            .filter(quote -> !other.score().holds(quote))
            .sorted(Comparator.comparing(Quote::heads))
            .limit(MOST_OF_NEXT)
            .toList();
    String difference =
        alone.isEmpty()
            ? "; %s is ahead because %s."
                .formatted(type(best), best.score().mainAdvantage(other.score()).advantage())
            : "; %s %s for %s only."
                .formatted(
                    listed(alone, false), alone.size() == 1 ? "speaks" : "speak", type(best));
    return "Next comes %s (%s) with %s%s"
        .formatted(type(other), percent(other.probability()), listed(found, true), difference);
  }

  /** The best type although it does not fit, and what it lacks. */
  private String nearest() {
    if (best.rest()) {
      return "There is no other rule.";
    }
    var pattern = best.score().pattern();
    var missing = new ArrayList<String>();
    var candidates = new ArrayList<>(pattern.name());
    candidates.addAll(pattern.words());
    for (var term : candidates) {
      if (reading.count(term.id()) == 0
          && missing.size() < MOST_MISSING
          && !missing.contains(term.written())) {
        missing.add(term.written());
      }
    }
    String lacks = missing.isEmpty() ? "" : "; not found: %s".formatted(String.join(", ", missing));
    if (quotes.isEmpty()) {
      return odds.ranked().size() == 1
          ? "No word of the rule %s is there%s.".formatted(type(best), lacks)
          : "No word of any rule is there.";
    }
    return "The nearest is %s (%s) with %s%s."
        .formatted(type(best), percent(best.probability()), listed(quotes, true), lacks);
  }

  /** What speaks for a score: headings, then the parts with the most points; nothing said twice. */
  private List<Quote> quotes(Score score, int most) {
    var chosen = new ArrayList<Quote>();
    score.parts().stream()
        .filter(part -> part.value() > 0)
        .flatMap(part -> part.quotes(reading).stream())
        .filter(Quote::heads)
        .forEach(quote -> add(chosen, quote));
    score.parts().stream()
        .filter(part -> part.value() > 0)
        .sorted(Comparator.comparingDouble(Part::points).reversed())
        .flatMap(part -> part.quotes(reading).stream())
        .filter(quote -> !quote.heads())
        .forEach(quote -> add(chosen, quote));
    return List.copyOf(chosen.subList(0, Math.min(most, chosen.size())));
  }

  /**
   * Adds a quote, unless another one says it too; takes the place of shorter ones that it holds.
   */
  private void add(List<Quote> chosen, Quote quote) {
    String text = folded(quote);
    int place = chosen.size();
    for (int i = chosen.size() - 1; i >= 0; i--) {
      String other = folded(chosen.get(i));
      if (other.contains(text)) {
        return;
      }
      if (text.contains(other) && !chosen.get(i).heads()) {
        chosen.remove(i);
        place = i;
      }
    }
    chosen.add(Math.min(place, chosen.size()), quote);
  }

  private String folded(Quote quote) {
    return reading.textAt(quote.place()).toLowerCase(Locale.ROOT);
  }

  /** {@code "a", "b" on page 1 and "c" on page 2}, or without the pages. */
  private String listed(List<Quote> listed, boolean withPages) {
    var text = new StringBuilder();
    for (int i = 0; i < listed.size(); i++) {
      var place = listed.get(i).place();
      boolean last = i == listed.size() - 1;
      text.append(i == 0 ? "" : last ? " and " : ", ");
      text.append('"').append(reading.textAt(place)).append('"');
      boolean pageEnds = last || listed.get(i + 1).place().page() != place.page();
      if (withPages && pageEnds) {
        text.append(" on page ").append(reading.pageNumber(place));
      }
    }
    return text.toString();
  }

  private String type(Ranked ranked) {
    return types.get(ranked.score().type());
  }

  private static String percent(double probability) {
    long whole = Math.round(100 * probability);
    return whole == 0 ? "under 1%" : whole + "%";
  }
}
