package dev.taxon.engine;

import dev.taxon.engine.kind.Kinds;
import dev.taxon.engine.kind.Seen;
import dev.taxon.engine.shape.Shape;
import dev.taxon.engine.shape.Trait;
import dev.taxon.engine.table.WordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the engine's knowledge says of one document under one rule set. */
final class Knowing {
  private static final int OPENING = 1_000;
  private static final int HEAD = 160;
  private static final int MOST_CUES = 4;
  private static final int MOST_TRAITS = 2;

  /** A trait that tells less is not worth a sentence. */
  private static final double TELLING_TRAIT = 0.3;

  /** A rule that means less of what the document may be has no cues worth telling. */
  private static final double LEAST_MASS = 0.02;

  /** A kind speaks for a rule that means it so much beside the rule that means it most. */
  private static final double LEAST_SHARE = 0.2;

  /** A kind that a rule means more is not outside the rules. */
  private static final double MOST_MEANT = 0.05;

  /** A kind that a rule excludes so plainly is said to be. */
  private static final double PLAINLY = 0.5;

  /** What the document is likeliest is worth saying from this on. */
  private static final double LEAST_LIKELY = 0.4;

  /** So many cues are quoted however little the second tells beside the first. */
  private static final int FEW_CUES = 2;

  /** A cue that tells less than this share of the most telling is not worth a quote. */
  private static final double WORTH = 0.2;

  /** A salutation or close longer than this is not quoted whole, in characters. */
  private static final int LONGEST_LINE = 60;

  private static final double MIDDLE_COSINE = 0.6;

  private final RuleMeaning meaning;
  private final Seen seen;
  private final Shape shape;
  private final Kinds kinds;
  private final float @Nullable [] opening;
  private final float @Nullable [] head;
  private final float[] words;
  private final double[] mass;
  private final double[] behind;

  private Knowing(
      Reading reading,
      RuleMeaning meaning,
      Knowledge knowledge,
      float @Nullable [] opening,
      float @Nullable [] head) {
    this.meaning = meaning;
    this.opening = opening;
    this.head = head;
    seen =
        new Seen(
            knowledge.profiles(), reading.folded(), reading.prominences(), reading.compounds());
    shape = reading.shape();
    words = knowledge.sum(reading.folded());
    kinds = new Kinds(seen, shape, words, opening, head, knowledge.kindWeights());
    mass = new double[meaning.size()];
    behind = new double[meaning.size()];
    for (int rule = 0; rule < mass.length; rule++) {
      mass[rule] = kinds.mass(meaning.kinds(rule));
      behind[rule] = kinds.behind(meaning.kinds(rule));
    }
  }

  /** By cues alone. */
  static Knowing fast(Reading reading, RuleMeaning meaning, Knowledge knowledge) {
    return new Knowing(reading, meaning, knowledge, null, null);
  }

  /** By cues and by the meaning of the text's opening; needs an encoder. */
  static Knowing full(Reading reading, RuleMeaning meaning, Knowledge knowledge) {
    var encoder = Objects.requireNonNull(knowledge.encoder());
    List<float[]> vectors =
        encoder.encode(List.of(reading.opening(OPENING), reading.opening(HEAD)));
    return new Knowing(reading, meaning, knowledge, vectors.get(0), vectors.get(1));
  }

  /** Whether the text itself was encoded. */
  boolean isFull() {
    return opening != null;
  }

  /** See {@link Kinds#met}. */
  double met(int rule) {
    return Kinds.met(mass(rule));
  }

  /** Cosine of the opening and the rule, less that of unrelated texts; 0 without an encoder. */
  double meaning(int rule) {
    return cosine(opening, meaning.whole(rule));
  }

  /** Cosine of the first lines and the type, less that of unrelated texts; 0 without an encoder. */
  double head(int rule) {
    return cosine(head, meaning.name(rule));
  }

  /** Cosine of the opening and the description, less that of unrelated texts; 0 without one. */
  double described(int rule) {
    return cosine(opening, meaning.description(rule));
  }

  /** Cosine of the sums of the words' vectors of text and rule, -1 to 1. */
  double likeness(int rule) {
    return WordTable.dot(words, meaning.words(rule));
  }

  private static double cosine(float @Nullable [] text, float @Nullable [] rule) {
    return text == null || rule == null ? 0 : WordTable.dot(text, rule) - MIDDLE_COSINE;
  }

  /** Whether a rule is met, and through a kind that it means and not another rule alone. */
  boolean isMet(int rule) {
    int kind = through(rule);
    return mass(rule) >= LEAST_MASS
        && meaning.kinds(rule).excluded(kind) < PLAINLY
        && meaning.kinds(rule).share(kind) >= LEAST_SHARE * meaning.meant(kind);
  }

  /** The places of the cues of the kind through which a rule is met, most telling first. */
  List<Quote> quotes(Reading reading, int rule) {
    if (!isMet(rule)) {
      return List.of();
    }
    return cues(reading, through(rule), MOST_CUES);
  }

  private List<Quote> cues(Reading reading, int kind, int most) {
    var quotes = new ArrayList<Quote>();
    var said = new HashSet<String>();
    double least = 0;
    for (Seen.Hit hit : seen.cues(kind)) {
      Reading.Place place = reading.place(hit.word(), hit.word() + hit.length() - 1);
      least = Math.max(least, WORTH * hit.telling());
      if (place != null
          && (hit.telling() >= least || quotes.size() < FEW_CUES)
          && quotes.size() < most
          && said.add(reading.textAt(place).toLowerCase(Locale.ROOT))) {
        quotes.add(new Quote(place, List.of(), false, new Quote.Cue(hit.phrase(), usualIn(kind))));
      }
    }
    return quotes;
  }

  /** Whether a phrase is a cue of the kind through which a rule is met. */
  boolean isCue(int rule, int phrase) {
    return isMet(rule) && seen.cues(through(rule)).stream().anyMatch(hit -> hit.phrase() == phrase);
  }

  /**
   * How the document looks that is usual in the kind through which a rule is met, the most telling
   * first; empty where the rule is hardly met.
   */
  List<Trait> traits(int rule) {
    if (!isMet(rule)) {
      return List.of();
    }
    return seen.table().profiles().get(through(rule)).shape().stream()
        .filter(trait -> kinds.trait(trait) >= TELLING_TRAIT && isShown(trait))
        .sorted(
            Comparator.comparingDouble((Trait trait) -> -kinds.trait(trait)).thenComparing(t -> t))
        .limit(MOST_TRAITS)
        .toList();
  }

  /** Whether a trait that has a place somewhere has it here, and is no mere guess. */
  private boolean isShown(Trait trait) {
    return trait != Trait.CITATIONS || shape.spot(trait) != null;
  }

  /** Where a trait shows first, or null where it is one of the whole document. */
  Reading.@Nullable Place place(Reading reading, Trait trait) {
    int word = shape.word(trait);
    if (word >= 0) {
      Reading.Place line = reading.line(word);
      boolean isWhole = trait == Trait.SALUTATION || trait == Trait.CLOSING_SIGNATURE;
      return isWhole && line.end() - line.start() <= LONGEST_LINE
          ? line
          : reading.place(word, word);
    }
    Shape.Spot spot = shape.spot(trait);
    return spot == null ? null : reading.place(spot);
  }

  /** What a person calls the kind through which a rule is met, with its article. */
  String kindName(int rule) {
    return usualIn(through(rule));
  }

  private String usualIn(int kind) {
    return KindWords.usualIn(seen.table().profiles().get(kind));
  }

  private int through(int rule) {
    return kinds.through(meaning.kinds(rule));
  }

  /**
   * The likeliest kind where no rule means it, it is rather sure, and something shows it; else
   * null.
   */
  @Nullable Outside outside(Reading reading, int most) {
    int kind = kinds.likeliest();
    int excludedBy = excludedBy(kind);
    if ((meaning.asksForKind() < 1 && excludedBy < 0)
        || meaning.meant(kind) > MOST_MEANT
        || kinds.probability(kind) < LEAST_LIKELY) {
      return null;
    }
    List<Quote> quotes = cues(reading, kind, most);
    return quotes.isEmpty() ? null : new Outside(usualIn(kind), quotes, excludedBy);
  }

  /** The first rule that plainly excludes a kind by its name, or -1. */
  private int excludedBy(int kind) {
    return IntStream.range(0, meaning.size())
        .filter(rule -> meaning.kinds(rule).excluded(kind) >= PLAINLY)
        .findFirst()
        .orElse(-1);
  }

  /** How much of what the document may be a rule means, 0 to 1. */
  double mass(int rule) {
    return mass[rule];
  }

  /** See {@link Kinds#excluded}. */
  double excluded(int rule) {
    return kinds.excluded(meaning.kinds(rule));
  }

  /** See {@link Kinds#behind}. */
  double behind(int rule) {
    return behind[rule];
  }

  /** How much of what the document may be the rule that means it best means, 0 to 1. */
  double reached() {
    double reached = 0;
    for (int p = 0; p < seen.profiles(); p++) {
      if (!seen.table().isSubject(p)) {
        reached += kinds.probability(p) * meaning.meant(p);
      }
    }
    return Math.min(1, reached);
  }

  /** See {@link RuleMeaning#asksForKind}. */
  double asksForKind() {
    return meaning.asksForKind();
  }

  /** How much the likeliest kind is meant by the rule that means it most, 0 to 1. */
  double meant() {
    return meaning.meant(kinds.likeliest());
  }

  /** Probability of the likeliest kind, 0 to 1. */
  double likely() {
    return kinds.probability(kinds.likeliest());
  }

  /** The likeliest kind beside a rule. */
  Certainty.Known known(int rule) {
    int kind = kinds.likeliest();
    double[] features = seen.features(kind);
    var profiles = seen.table().profiles();
    return new Certainty.Known(
        meaning.kinds(rule).share(kind),
        profiles.get(kind).family().equals(profiles.get(through(rule)).family()),
        features[Seen.NAMES.indexOf("usual")],
        features[Seen.NAMES.indexOf("against")],
        kinds.likeliestThree());
  }

  /** How much of what the document may be the rules mean together, 0 to 1. */
  double covered() {
    double covered = 0;
    for (int rule = 0; rule < meaning.size(); rule++) {
      covered += mass(rule);
    }
    return Math.min(1, covered);
  }

  /** The least of {@link #behind} over the rules. */
  double nearest() {
    double nearest = Double.POSITIVE_INFINITY;
    for (int rule = 0; rule < meaning.size(); rule++) {
      nearest = Math.min(nearest, behind(rule));
    }
    return nearest;
  }
}
