package dev.taxon.engine;

import dev.taxon.Candidate;
import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides by the words that rules and pages share.
 *
 * <p>Each type gets a score made of {@link Part}s; the scores and a bias for "none" become
 * probabilities; the likeliest wins, and what is printed as reasoning is read off the winner's
 * parts. Costs one pass over at most 40,000 characters and one over the rules. The last {@value
 * #KEPT} rule sets stay prepared.
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
    var reading = new Reading(document, patterns);
    var scores = new Score[patterns.types().size()];
    for (var pattern : patterns.patterns()) {
      var score = Weights.FITTED.score(reading, pattern);
      var best = scores[pattern.type()];
      if (best == null || score.points() > best.points()) {
        scores[pattern.type()] = score;
      }
    }
    return decide(patterns, reading, List.of(scores));
  }

  private static Decision decide(Patterns patterns, Reading reading, List<Score> scores) {
    double none = Weights.FITTED.none(scores.size());
    double largest = none;
    for (var score : scores) {
      largest = Math.max(largest, score.points());
    }
    double sum = Math.exp(none - largest);
    // Sorted, so that the order of the rules does not reach the last digit of the sum.
    var ranked = new ArrayList<>(scores);
    ranked.sort(Comparator.comparingDouble(Score::points).reversed());
    for (var score : ranked) {
      sum += Math.exp(score.points() - largest);
    }
    var candidates = new ArrayList<Candidate>();
    for (var score : ranked) {
      candidates.add(
          new Candidate(
              patterns.types().get(score.type()),
              within(Math.exp(score.points() - largest) / sum)));
    }
    double noneProbability = within(Math.exp(none - largest) / sum);
    var best = candidates.getFirst();
    var reasoning = new Reasoning(patterns, reading, ranked, candidates);
    if (best.confidence() > noneProbability) {
      return new Decision(
          best.type(), best.confidence(), reasoning.forType(), reasoning.evidence(), candidates);
    }
    return new Decision(
        null, noneProbability, reasoning.forNone(), reasoning.evidence(), candidates);
  }

  private static double within(double probability) {
    return Math.min(0.99, Math.max(0.001, probability));
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
