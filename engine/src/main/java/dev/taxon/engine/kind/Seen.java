package dev.taxon.engine.kind;

import dev.taxon.engine.profile.Cue;
import dev.taxon.engine.profile.ProfileTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
  private final BitSet any = new BitSet();
  private final List<ProfileTable.Hit> hits = new ArrayList<>();

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
   * @param compounds see {@link ProfileTable#find(List, BitSet, java.util.function.Consumer)}
   */
  public Seen(ProfileTable table, List<String> words, List<Double> prominence, BitSet compounds) {
    this.table = table;
    int profiles = table.profiles().size();
    title = new double[profiles];
    titleAnywhere = new double[profiles];
    strong = new double[profiles];
    usual = new double[profiles];
    against = new double[profiles];
    Set<Counted> counted = new HashSet<>();
    table.find(
        words,
        compounds,
        hit -> {
          int p = hit.profile();
          any.set(p);
          if (hit.cue() == Cue.TITLE) {
            double place = Math.max(place(hit.word()), prominence.get(hit.word()));
            title[p] = Math.max(title[p], hit.idf() * place);
            titleAnywhere[p] = Math.max(titleAnywhere[p], hit.idf());
            hits.add(hit);
            return;
          }
          if (counted.add(new Counted(hit.phrase(), p, hit.cue()))) {
            switch (hit.cue()) {
              case STRONG -> strong[p] += hit.idf();
              case USUAL -> usual[p] += hit.idf();
              default -> against[p] += hit.idf();
            }
            hits.add(hit);
          }
        });
  }

  private record Counted(int phrase, int profile, Cue cue) {}

  private static double place(int word) {
    return word < TOP ? 1 : word < MIDDLE ? 0.8 : word < HEAD ? 0.6 : 0;
  }

  /** How many profiles there are. */
  public int profiles() {
    return title.length;
  }

  /** Whether any cue of a profile was seen; else its {@link #features} are all 0. */
  boolean isAny(int profile) {
    return any.get(profile);
  }

  /**
   * What speaks for a profile: title by place, strong, usual and against phrases (logarithms of
   * summed rarity), title anywhere; each 0 to about 6.
   */
  public double[] features(int profile) {
    return new double[] {
      title[profile] / 10,
      StrictMath.log1p(strong[profile]),
      StrictMath.log1p(usual[profile]),
      StrictMath.log1p(against[profile]),
      titleAnywhere[profile] / 10
    };
  }

  /**
   * The cues that speak for a profile, the most telling first: titles by place, then strong
   * phrases, then usual ones.
   */
  public List<ProfileTable.Hit> cues(int profile) {
    return hits.stream()
        .filter(hit -> hit.profile() == profile && hit.cue() != Cue.AGAINST)
        .sorted(
            Comparator.comparingDouble((ProfileTable.Hit hit) -> -telling(hit))
                .thenComparingInt(ProfileTable.Hit::word))
        .toList();
  }

  private static double telling(ProfileTable.Hit hit) {
    return switch (hit.cue()) {
      case TITLE -> place(hit.word()) > 0 ? 2 * hit.idf() : 0.7 * hit.idf();
      case STRONG -> hit.idf();
      default -> 0.3 * hit.idf();
    };
  }

  /** The profiles that the cues are of. */
  public ProfileTable table() {
    return table;
  }
}
