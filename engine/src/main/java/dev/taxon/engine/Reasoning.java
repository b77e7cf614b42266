package dev.taxon.engine;

import dev.taxon.Candidate;
import dev.taxon.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Says for a person why a decision was made, read off the parts of the scores. */
final class Reasoning {
  private static final int MOST_QUOTES = 5;
  private static final int LITTLE_TEXT = 12;

  private final Patterns patterns;
  private final Reading reading;
  private final List<Score> ranked;
  private final List<Candidate> candidates;

  Reasoning(Patterns patterns, Reading reading, List<Score> ranked, List<Candidate> candidates) {
    this.patterns = patterns;
    this.reading = reading;
    this.ranked = ranked;
    this.candidates = candidates;
  }

  /** The quotes that speak for the best type, strongest first; at most {@value #MOST_QUOTES}. */
  List<Evidence> evidence() {
    return evidence(ranked.getFirst());
  }

  private List<Evidence> evidence(Score score) {
    String type = patterns.types().get(score.type());
    var quotes = new ArrayList<Evidence>();
    var seen = new HashSet<String>();
    score.parts().stream()
        .sorted(Comparator.comparingDouble(Part::points).reversed())
        .flatMap(part -> part.evidence(reading, type).stream())
        .filter(quote -> seen.add(quote.page() + " " + quote.quote().toLowerCase(Locale.ROOT)))
        .limit(MOST_QUOTES)
        .forEach(quotes::add);
    return quotes;
  }

  String forType() {
    var best = candidates.getFirst();
    var text = new StringBuilder();
    text.append(quoted(evidence())).append(" speak for ").append(best.type()).append('.');
    if (candidates.size() > 1) {
      var next = candidates.get(1);
      var quotes = evidence(ranked.get(1));
      text.append(" Next comes ").append(next.type());
      text.append(quotes.isEmpty() ? ", for which nothing was found" : ", for " + quoted(quotes));
      text.append('.');
    }
    return text.toString();
  }

  String forNone() {
    if (reading.words() < LITTLE_TEXT) {
      return "There is too little readable text to tell: "
          + (reading.words() == 1 ? "1 word." : reading.words() + " words.");
    }
    var best = candidates.getFirst();
    var quotes = evidence();
    return "No rule fits. The nearest is "
        + best.type()
        + (quotes.isEmpty() ? ", for which nothing was found." : ", for " + quoted(quotes) + ".");
  }

  private static String quoted(List<Evidence> quotes) {
    var text = new StringBuilder();
    for (var quote : quotes) {
      text.append(text.isEmpty() ? "" : ", ");
      text.append('"').append(quote.quote()).append("\" (page ").append(quote.page()).append(')');
    }
    return text.toString();
  }
}
