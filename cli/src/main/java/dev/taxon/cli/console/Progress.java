package dev.taxon.cli.console;

import java.util.Map;

/** Tells a person, or a program, how far work has come. Safe for use by many threads. */
public interface Progress extends AutoCloseable {
  /** Says nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(Step step) {}

        @Override
        public void aside(Runnable print) {
          print.run();
        }

        @Override
        public void close() {}
      };

  /**
   * Where the work stands.
   *
   * @param doing what is being done, as a word: {@code reading}, {@code uploading}
   * @param done of {@code total}
   * @param counts what came out so far, by type; {@code –} for none
   */
  record Step(String doing, int done, int total, Map<String, Integer> counts) {
    public Step {
      counts = Map.copyOf(counts);
    }

    public Step(String doing, int done, int total) {
      this(doing, done, total, Map.of());
    }
  }

  void at(Step step);

  /** Prints something else to the terminal without disturbing the line. */
  void aside(Runnable print);

  /** Takes the line away. */
  @Override
  void close();
}
