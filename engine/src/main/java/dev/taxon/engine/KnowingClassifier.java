package dev.taxon.engine;

import dev.taxon.Candidate;
import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the words that rules and pages share, by how known kinds of documents show themselves,
 * and, with an encoder, by meaning.
 *
 * <p>First the document is weighed against every known kind, whatever the rules; then each rule is
 * asked how much of that it means, beside its own words. The likeliest rule wins, unless it is
 * likelier that none of them is right: above all when a kind that no rule means fits better. A
 * document is encoded only where this fast way is unsure. The last {@value #KEPT} rule sets stay
 * prepared; to prepare one costs about 10 ms a rule with an encoder.
 */
public final class KnowingClassifier implements Classifier {
  private static final int KEPT = 64;

  /** So often until the compiler has done most of its work; a tenth of a second more than once. */
  private static final int WARMING = 40;

  /** An answer of the fast way that is at least so likely right stands. */
  private static final double SURE = 0.8;

  /** Chance that none is right where the language is not read and nothing speaks for a type. */
  private static final double NONE_OF_UNREAD = 0.6;

  /** Chance that none is right where page or rule hold no words, or figures alone. */
  private static final double NONE_OF_FIGURES = 0.9;

  private final Supplier<Knowledge> source;
  private final Way way;
  private final AtomicBoolean isWarm = new AtomicBoolean();
  private @Nullable Knowledge knowledge;
  private final Map<RuleSet, Prepared> prepared =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RuleSet, Prepared> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * A classifier that loads its knowledge when it is first asked and encodes what needs it.
   *
   * @param source called once
   */
  public KnowingClassifier(Supplier<Knowledge> source) {
    this(source, Way.AUTO);
  }

  /**
   * A classifier that loads its knowledge when it is first asked.
   *
   * @param source called once
   * @param way without an encoder every way is fast
   */
  public KnowingClassifier(Supplier<Knowledge> source, Way way) {
    this.source = source;
    this.way = way;
  }

  /**
   * Loads the knowledge and, the first time, decides a small document of its own some times by the
   * fast way, so that the first one of a user does not wait for classes to be loaded; about 0.4 s,
   * and the encoder's loading where there is one.
   */
  @Override
  public void prepare() {
    Knowledge known = knowledge();
    if (isWarm.getAndSet(true)) {
      return;
    }
    var fast = new KnowingClassifier(() -> known, Way.FAST);
    for (int time = 0; time < WARMING; time++) {
      fast.classify(FirstDocument.DOCUMENT, FirstDocument.RULES);
    }
  }

  private synchronized Knowledge knowledge() {
    if (knowledge == null) {
      knowledge = source.get();
    }
    return knowledge;
  }

  private record Prepared(Patterns patterns, RuleMeaning meaning, Misreadings misreadings) {}

  private static Reading reading(Document document, Prepared ready, Knowledge knowledge) {
    return new Reading(document, ready.patterns(), knowledge.lexicon(), ready.misreadings());
  }

  @Override
  public Decision classify(Document document, RuleSet rules) {
    Knowledge knowledge = knowledge();
    Prepared ready = prepare(rules);
    var reading = reading(document, ready, knowledge);
    boolean encodes = way != Way.FAST && ready.meaning().isEncoded();
    if (way != Way.FULL || !encodes) {
      Knowing knowing = Knowing.fast(reading, ready.meaning(), knowledge);
      Decision fast = decide(ready, reading, knowing, knowledge.weights(false), Way.FAST);
      if (!encodes || isSure(fast)) {
        return fast;
      }
    }
    Knowing knowing = Knowing.full(reading, ready.meaning(), knowledge);
    return decide(ready, reading, knowing, knowledge.weights(true), Way.FULL);
  }

  /** A type needs more than one place: a title alone is soon put over anything. */
  private static boolean isSure(Decision fast) {
    return fast.confidence() >= SURE && (fast.type() == null || fast.evidence().size() > 1);
  }

  /** What a decision would be made of; for {@link Way#AUTO} as if it were fast. */
  public Measured measure(Document document, RuleSet rules) {
    Knowledge knowledge = knowledge();
    Prepared ready = prepare(rules);
    var reading = reading(document, ready, knowledge);
    boolean full = way == Way.FULL && ready.meaning().isEncoded();
    Knowing knowing =
        full
            ? Knowing.full(reading, ready.meaning(), knowledge)
            : Knowing.fast(reading, ready.meaning(), knowledge);
    return Measured.of(reading, knowing, ready.patterns(), knowledge.weights(full));
  }

  private static Decision decide(
      Prepared ready, Reading reading, Knowing knowing, KnowingWeights weights, Way way) {
    Patterns patterns = ready.patterns();
    var scores = new Score[patterns.types().size()];
    for (var pattern : patterns.patterns()) {
      Score score = weights.score(reading, knowing, pattern);
      Score best = scores[score.type()];
      if (best == null || score.points() > best.points()) {
        scores[score.type()] = score;
      }
    }
    Odds odds = odds(patterns, reading, knowing, weights.certainty(), Arrays.asList(scores));
    var reasoning = new Reasoning(patterns.types(), reading, odds, knowing);
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
        way.name().toLowerCase(Locale.ROOT));
  }

  private static Odds odds(
      Patterns patterns,
      Reading reading,
      Knowing knowing,
      Certainty certainty,
      List<Score> scores) {
    double[] shares = Odds.shares(scores, patterns.rest());
    int first = -1;
    double second = 0;
    for (int type = 0; type < shares.length; type++) {
      if (type == patterns.rest()) {
        continue;
      }
      if (first < 0 || shares[type] > shares[first]) {
        second = first < 0 ? 0 : shares[first];
        first = type;
      } else {
        second = Math.max(second, shares[type]);
      }
    }
    if (first < 0) {
      return Odds.known(scores, shares, 0, 1, patterns.rest());
    }
    int winner = scores.get(first).pattern().rule();
    var features =
        new Certainty.Features(
            shares[first],
            second,
            patterns.types().size() - (patterns.rest() >= 0 ? 1 : 0),
            knowing.covered(),
            knowing.mass(winner),
            knowing.nearest(),
            knowing.behind(winner),
            knowing.likely(),
            knowing.reached(),
            knowing.meant(),
            knowing.known(winner),
            scores.get(first).parts().stream().map(Part::value).toList(),
            knowing.asksForKind(),
            reading.words(),
            reading.isScan());
    Certainty.Chances chances =
        certainty
            .chances(features)
            .withoutExcluded(knowing.excluded(winner))
            .ofWords(reading.differentWords());
    boolean isUnread = reading.unread() != null;
    boolean isPlain = Quoted.isPlain(new Quoted(reading).of(scores.get(first), 2), isUnread);
    boolean isEmptyRule = scores.get(first).pattern().words().isEmpty();
    boolean isWordless = reading.lettered() == 0;
    if (isEmptyRule || (!isPlain && (isUnread || isWordless))) {
      // neither words nor meaning tell anything of figures, or of a language that is not read
      double none =
          isEmptyRule || isWordless ? Math.max(NONE_OF_FIGURES, chances.none()) : NONE_OF_UNREAD;
      return Odds.known(scores, shares, (1 - none) * shares[first], none, patterns.rest());
    }
    return Odds.known(scores, shares, chances.right(), chances.none(), patterns.rest());
  }

  private Prepared prepare(RuleSet rules) {
    synchronized (prepared) {
      Prepared found = prepared.get(rules);
      if (found != null) {
        return found;
      }
    }
    Knowledge knowledge = knowledge();
    var patterns = new Patterns(rules);
    var made =
        new Prepared(
            patterns,
            new RuleMeaning(rules, knowledge),
            new Misreadings(knowledge.lexicon(), patterns, knowledge::cueWords));
    synchronized (prepared) {
      prepared.put(rules, made);
    }
    return made;
  }
}
