package dev.taxon.bench;

import java.util.function.Consumer;

/** A group of measures that belong together. */
public interface Section {
  /** Measures, and hands over each row as soon as it stands. */
  void measure(Consumer<Row> rows) throws Exception;
}
