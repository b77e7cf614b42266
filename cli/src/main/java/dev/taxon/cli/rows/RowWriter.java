package dev.taxon.cli.rows;

/** Prints rows in one form. Not safe for use by several threads. */
public interface RowWriter {
  /** Prints what comes before the first row, once it is known that there will be an outcome. */
  default void begin() {}

  void row(Row row);

  /** Prints what comes behind the last row; nothing is written afterwards. */
  void end();

  /** Whether rows are held back until the end, because their form depends on all of them. */
  default boolean waitsForAll() {
    return false;
  }
}
