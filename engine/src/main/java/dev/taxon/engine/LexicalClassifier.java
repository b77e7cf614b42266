package dev.taxon.engine;

import dev.taxon.Candidate;
import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides by the words that rules and pages share.
 *
 * <p>Each rule gets a {@link Score} made of {@link Part}s; the scores become {@link Odds}; the
 * likeliest of the types and "none of them" is the answer, and the reasoning is printed from the
 * parts. Costs one pass over the document's first 40,000 characters and one over the rules. The
 * last {@value #KEPT} rule sets stay prepared.
 */
public final class LexicalClassifier implements Classifier {
  private static final int KEPT = 64;

  private final Map<RuleSet, Patterns> prepared =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RuleSet, Patterns> eldest) {
          return size() > KEPT;
        }
      };

  @Override
  public Decision classify(Document document, RuleSet rules) {
    var patterns = prepare(rules);
    var reading = new Reading(document, patterns, Lexicon.EMPTY, null);
    var odds = odds(patterns, reading);
    var reasoning = new Reasoning(patterns.types(), reading, odds, null);
    var best = odds.ranked().getFirst();
    boolean fits = best.rest() || best.probability() > odds.none();
    return new Decision(
        fits ? patterns.types().get(best.score().type()) : null,
        fits ? best.probability() : odds.none(),
        best.rest() ? reasoning.forRest() : fits ? reasoning.forType() : reasoning.forNone(),
        fits && !best.rest() ? reasoning.evidenceForType() : reasoning.evidenceForNone(),
        odds.ranked().stream()
            .map(r -> new Candidate(patterns.types().get(r.score().type()), r.probability()))
            .toList(),
        odds.none(),
        null);
  }

  private static Odds odds(Patterns patterns, Reading reading) {
    var scores = new Score[patterns.types().size()];
    for (var pattern : patterns.patterns()) {
      var score = Weights.FITTED.score(reading, pattern);
      var best = scores[pattern.type()];
      if (best == null || score.points() > best.points()) {
        scores[pattern.type()] = score;
      }
    }
    double none = Weights.FITTED.none(scores.length, reading.words());
    return Odds.of(Arrays.asList(scores), none, patterns.rest());
  }

  private Patterns prepare(RuleSet rules) {
    synchronized (prepared) {
      var found = prepared.get(rules);
      if (found != null) {
        return found;
      }
    }
    var made = new Patterns(rules);
    synchronized (prepared) {
      prepared.put(rules, made);
    }
    return made;
  }
}
