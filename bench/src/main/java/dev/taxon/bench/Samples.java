package dev.taxon.bench;

import java.util.Collection;
import java.util.Locale;

/** Repeated measurements of one thing, in one unit; at least one. */
public final class Samples {
  private final double[] ascending;

  private Samples(double[] ascending) {
    this.ascending = ascending;
  }

  public static Samples of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Samples(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  public int count() {
    return ascending.length;
  }

  /** The middle value; of an even count the mean of the two middle ones. */
  public double median() {
    int middle = ascending.length / 2;
    return ascending.length % 2 == 1
        ? ascending[middle]
        : (ascending[middle - 1] + ascending[middle]) / 2;
  }

  /** The smallest value that at least {@code percent} of the values do not exceed; 0 to 100. */
  public double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * ascending.length);
    return ascending[Math.clamp(rank, 1, ascending.length) - 1];
  }

  public double least() {
    return ascending[0];
  }

  public double most() {
    return ascending[ascending.length - 1];
  }

  /** For a note: how many, and from where to where. */
  public String spread(String format) {
    return String.format(
        Locale.ROOT, "%d rounds, " + format + " to " + format, count(), least(), most());
  }
}
