package dev.taxon.bench.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Small rule sets drawn from a large one: most users have a handful of rules, and how sure an
 * answer may be depends on how many there are. A draw depends on the document, the wording and a
 * number alone.
 */
public final class DrawnRules {
  /** Documents whose rule is among the drawn ones, for the others none is right. */
  private static final double WITH_ITS_RULE = 0.6;

  private DrawnRules() {}

  /**
   * Some rules of a wording, in their order. The rule of the document's type is among them in three
   * of five draws; a document without a type has any rules.
   *
   * @param rules how many, at least 1; all of them where there are not so many
   * @param number tells draws for one document apart
   */
  public static Wording of(Wording wording, Labelled document, int rules, int number) {
    var random = random(wording, document, number);
    List<String> types = new ArrayList<>(wording.rules().types());
    Set<String> right =
        types.stream()
            .filter(type -> isRight(document, wording.labelOf(type)))
            .collect(Collectors.toSet());
    boolean with = random.nextDouble() < WITH_ITS_RULE && !right.isEmpty();
    List<String> others = new ArrayList<>(types);
    others.removeAll(right);
    Collections.shuffle(others, random);
    Set<String> drawn =
        others.stream().limit(with ? rules - 1L : rules).collect(Collectors.toSet());
    if (with || drawn.isEmpty()) {
      types.stream().filter(right::contains).findFirst().ifPresent(drawn::add);
    }
    return wording.only(drawn);
  }

  /** The same with a number of rules that is drawn too: 1 to all, small numbers more often. */
  public static Wording of(Wording wording, Labelled document, int number) {
    int all = wording.rules().rules().size();
    double share = random(wording, document, -1 - number).nextDouble();
    return of(wording, document, (int) Math.round(Math.pow(all, share)), number);
  }

  private static boolean isRight(Labelled document, String label) {
    return label.equals(document.type()) || document.alsoOk().contains(label);
  }

  private static Random random(Wording wording, Labelled document, int number) {
    return new Random(
        Long.parseUnsignedLong(
            Digest.of(document.file(), wording.name(), Integer.toString(number)).substring(0, 16),
            16));
  }
}
