package dev.taxon.cli.run;

import dev.taxon.cli.console.Progress;
import dev.taxon.cli.rows.Row;
import java.util.List;

/** Whoever finds an answer for each file: this process or a service. */
interface Judge {
  /** Takes the answer for the file of that index, from any thread, each index at most once. */
  interface Answers {
    void answer(int index, Row row);
  }

  /**
   * Answers for every file, in any order, or for as many as were done when the interruption came.
   */
  void judge(List<Source> sources, Answers answers, Progress progress, Interruption interruption)
      throws InterruptedException;

  /** What the summary calls it. */
  String name();

  /** What its answers depend on besides the file and the rules. */
  List<String> marks();
}
