package dev.taxon.engine.kind;

import dev.taxon.engine.profile.Cue;
import dev.taxon.engine.profile.Phrases;
import dev.taxon.engine.profile.ProfileTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cues of which profiles stand among a document's words.
 *
 * <p>Each phrase counts once for a profile. A title counts by its place: whole within the first
 * {@value #TOP} words, less further down, nothing behind {@value #HEAD}, except in a line that
 * stands out. One pass over the words.
 */
public final class Seen {
  private static final int TOP = 20;
  private static final int MIDDLE = 40;
  private static final int HEAD = 60;

  /** What the {@link #features} are called, in their order. */
  public static final List<String> NAMES =
      List.of("title", "strong", "usual", "against", "titleAnywhere");

  private final ProfileTable table;
  private final double[] title;
  private final double[] titleAnywhere;
  private final double[] strong;
  private final double[] usual;
  private final double[] against;
  private final boolean[] any;
  private final List<Place> places = new ArrayList<>();
  private final Map<Integer, List<Hit>> cues = new HashMap<>();

  /**
   * Looks for cues.
   *
   * @param words folded, in reading order
   * @param prominence of the line each word stands in, 0 for an ordinary line to 1 for a title
   */
  public Seen(ProfileTable table, List<String> words, List<Double> prominence) {
    this(table, words, prominence, new BitSet());
  }

  /**
   * Looks for cues.
   *
   * @param compounds see {@link Phrases#find}
   */
  public Seen(ProfileTable table, List<String> words, List<Double> prominence, BitSet compounds) {
    this.table = table;
    int profiles = table.profiles().size();
    title = new double[profiles];
    titleAnywhere = new double[profiles];
    strong = new double[profiles];
    usual = new double[profiles];
    against = new double[profiles];
    any = new boolean[profiles];
    Phrases phrases = table.phrases();
    var met = new BitSet(phrases.size());
    phrases.find(
        words,
        compounds,
        (phrase, word) -> {
          boolean first = !met.get(phrase);
          met.set(phrase);
          places.add(new Place(phrase, word, first));
          double idf = phrases.idf(phrase);
          double prominent = Math.max(place(word), prominence.get(word));
          phrases.whom(
              phrase,
              (p, cue) -> {
                any[p] = true;
                if (cue == Cue.TITLE) {
                  title[p] = Math.max(title[p], idf * prominent);
                  titleAnywhere[p] = Math.max(titleAnywhere[p], idf);
                } else if (first) {
                  switch (cue) {
                    case STRONG -> strong[p] += idf;
                    case USUAL -> usual[p] += idf;
                    default -> against[p] += idf;
                  }
                }
              });
        });
  }

  /** Where a phrase stands, and whether it stands nowhere before. */
  private record Place(int phrase, int word, boolean first) {}

  /**
   * A cue that was seen.
   *
   * @param phrase its number; the same phrase found twice has the same
   * @param word number of its first word among the text's words
   * @param length how many words it has
   * @param telling how much it tells beside the others, above 0
   */
  public record Hit(int phrase, int word, int length, double telling) {}

  private static double place(int word) {
    return word < TOP ? 1 : word < MIDDLE ? 0.8 : word < HEAD ? 0.6 : 0;
  }

  /** How many profiles there are. */
  public int profiles() {
    return title.length;
  }

  /** Whether any cue of a profile was seen; else its {@link #features} are all 0. */
  boolean isAny(int profile) {
    return any[profile];
  }

  /**
   * What speaks for a profile: title by place, strong, usual and against phrases (logarithms of
   * summed rarity), title anywhere; each 0 to about 6.
   */
  public double[] features(int profile) {
    return new double[] {
      title[profile] / 10,
      grown(strong[profile]),
      grown(usual[profile]),
      grown(against[profile]),
      titleAnywhere[profile] / 10
    };
  }

  /** Most profiles have none of a cue, and a logarithm costs more than a look. */
  private static double grown(double rarity) {
    return rarity == 0 ? 0 : StrictMath.log1p(rarity);
  }

  /**
   * The cues that speak for a profile, the most telling first: titles by place, then strong
   * phrases, then usual ones.
   */
  public List<Hit> cues(int profile) {
    return any[profile] ? cues.computeIfAbsent(profile, this::sortedCues) : List.of();
  }

  private List<Hit> sortedCues(int profile) {
    Phrases phrases = table.phrases();
    var hits = new ArrayList<Hit>();
    for (Place place : places) {
      phrases.whom(
          place.phrase,
          (p, cue) -> {
            if (p == profile && cue != Cue.AGAINST && (place.first || cue == Cue.TITLE)) {
              double telling = telling(cue, place.word, phrases.idf(place.phrase));
              hits.add(new Hit(place.phrase, place.word, phrases.length(place.phrase), telling));
            }
          });
    }
    hits.sort(Comparator.comparingDouble((Hit hit) -> -hit.telling()).thenComparingInt(Hit::word));
    return List.copyOf(hits);
  }

  private static double telling(Cue cue, int word, double idf) {
    return switch (cue) {
      case TITLE -> place(word) > 0 ? 2 * idf : 0.7 * idf;
      case STRONG -> idf;
      default -> 0.3 * idf;
    };
  }

  /** The profiles that the cues are of. */
  public ProfileTable table() {
    return table;
  }
}
