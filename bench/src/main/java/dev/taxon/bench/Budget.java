package dev.taxon.bench;

/** What a measure may be at most, or must be at least, in the measure's unit. */
public sealed interface Budget {
  /** Whether a value keeps it. */
  boolean isKeptBy(double value);

  /** The bound itself. */
  double bound();

  /** How it reads in a table, before the bound. */
  String words();

  static Budget atMost(double bound) {
    return new AtMost(bound);
  }

  static Budget atLeast(double bound) {
    return new AtLeast(bound);
  }

  record AtMost(double bound) implements Budget {
    @Override
    public boolean isKeptBy(double value) {
      return value <= bound;
    }

    @Override
    public String words() {
      return "at most";
    }
  }

  record AtLeast(double bound) implements Budget {
    @Override
    public boolean isKeptBy(double value) {
      return value >= bound;
    }

    @Override
    public String words() {
      return "at least";
    }
  }
}
