package dev.taxon.engine.kind;

import dev.taxon.engine.profile.ProfileTable;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which known kinds of document one rule means, and how surely.
 *
 * <p>Five things speak for a kind: the meaning of the whole rule against the kind's names and
 * essence, the meaning of the type against its names, the words of the type against the best of its
 * names (Dice, weighted by rarity), a name of it that the description mentions and does not
 * exclude, and the words that the rule shares with all that is known of the kind. A name that the
 * description excludes speaks against. A rule may mean many kinds ("tax forms"); each takes part
 * with {@code exp(s − best)}, times how surely the rule means any of them, a logistic of the best.
 * Without an encoder the first two are silent, and the other three count more. A rule that means
 * letters or e-mails also means the kinds that are sent as such, though less than a rule of their
 * own does.
 */
public final class RuleKinds {
  private static final double MIDDLE_COSINE = 0.75;

  /** What a kind loses that a rule excludes by its name, in natural log odds. */
  private static final double EXCLUDED = 6;

  /** A type that shares half its words with a name does not ask for that kind yet. */
  private static final double HALF = 0.5;

  /** How much a rule that means letters means a kind that is sent as a letter. */
  private static final double SENT_SO = 0.2;

  private static final double LEAST = 1e-6;

  private final double[] shares;
  private final double[] logShares;
  private final Map<Integer, Double> excluded;

  private RuleKinds(double[] shares, Map<Integer, Double> excluded) {
    this.shares = shares;
    this.excluded = Map.copyOf(excluded);
    logShares = new double[shares.length];
    for (int p = 0; p < shares.length; p++) {
      logShares[p] = StrictMath.log(shares[p] + LEAST);
    }
  }

  /**
   * Matches a rule.
   *
   * @param types the type's name, in more than one language where it is known in them
   * @param described words of the description in order, without those that it excludes
   * @param excluded words of the description that it excludes, in order
   * @param whole vector of type and description, or null without an encoder
   * @param name vector of the type alone, or null without an encoder
   * @param fitted what each of them is worth, by name
   */
  public static RuleKinds of(
      List<String> types,
      List<String> described,
      List<String> excluded,
      ProfileTable table,
      KindNames names,
      KindVocabulary vocabulary,
      float @Nullable [] whole,
      float @Nullable [] name,
      ToDoubleFunction<String> fitted) {
    double nameWorth = fitted.applyAsDouble("rules.name");
    double mentionWorth = fitted.applyAsDouble("rules.mention");
    double wordsWorth = fitted.applyAsDouble("rules.words");
    double gist = fitted.applyAsDouble("rules.gist");
    double label = fitted.applyAsDouble("rules.label");
    double[] mentions = names.mentions(described);
    double[] excludes = names.excludes(excluded);
    var agreement = new double[mentions.length];
    var own = new ArrayList<>(described);
    for (String type : types) {
      double[] named = names.agreement(typeWords(type));
      for (int p = 0; p < agreement.length; p++) {
        agreement[p] = Math.max(agreement[p], named[p]);
      }
      own.addAll(typeWords(type));
    }
    double[] shared = vocabulary.agreement(own);
    var scores = new double[agreement.length];
    var excludedKinds = new HashMap<Integer, Double>();
    double best = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < scores.length; p++) {
      double score = nameWorth * agreement[p] + mentionWorth * mentions[p] + wordsWorth * shared[p];
      if (whole != null && name != null) {
        score += gist * (table.gistCosine(p, whole) - MIDDLE_COSINE);
        score += label * (table.labelCosine(p, name) - MIDDLE_COSINE);
      }
      // "an invoice, not a pro forma invoice" still means invoices
      double asked = Math.max((agreement[p] - HALF) / (1 - HALF), mentions[p]);
      double against = excludes[p] - Math.max(0, asked);
      if (against > 0) {
        score -= EXCLUDED * against;
        excludedKinds.put(p, against);
      }
      scores[p] = score;
      best = Math.max(best, score);
    }
    double middle = fitted.applyAsDouble(whole == null ? "rules.sureByWords" : "rules.sure");
    double strength = 1 / (1 + StrictMath.exp(-(best - middle)));
    // scores by words alone lie nearer together than those by meaning
    double sharpness = whole == null ? fitted.applyAsDouble("rules.sharpnessByWords") : 1;
    for (int p = 0; p < scores.length; p++) {
      scores[p] = StrictMath.exp(sharpness * (scores[p] - best)) * strength;
    }
    return new RuleKinds(withWhatIsSentSo(scores, excludedKinds, names), excludedKinds);
  }

  /** A rule that means letters means resignations too, where no rule means those more. */
  private static double[] withWhatIsSentSo(
      double[] shares, Map<Integer, Double> excluded, KindNames names) {
    double[] all = shares.clone();
    for (int p = 0; p < all.length; p++) {
      if (!excluded.containsKey(p)) {
        for (int form : names.sentAs(p)) {
          all[p] = Math.max(all[p], SENT_SO * shares[form]);
        }
      }
    }
    return all;
  }

  /** How much the rule means a kind, 0 to 1. */
  public double share(int profile) {
    return shares[profile];
  }

  /** How plainly the rule excludes a kind by its name, 0 to 1. */
  public double excluded(int profile) {
    return excluded.getOrDefault(profile, 0.0);
  }

  /** Numbers of the kinds that the rule excludes. */
  SortedSet<Integer> excluded() {
    return new TreeSet<>(excluded.keySet());
  }

  /** The natural logarithm of how much the rule means a kind, about -13.8 to 0. */
  double logShare(int profile) {
    return logShares[profile];
  }

  /** The words of a type, its parts apart. */
  private static List<String> typeWords(String type) {
    return Words.of(type.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('_', ' '));
  }
}
