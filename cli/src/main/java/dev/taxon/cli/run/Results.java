package dev.taxon.cli.run;

import dev.taxon.cli.console.Progress;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rows.RowWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts answers that come in any order into the order of the files and writes each as soon as those
 * before it are written. Counts them, too. Safe for use by many threads.
 */
final class Results implements Judge.Answers {
  private final @Nullable Row[] rows;
  private final RowWriter writer;
  private final @Nullable Comparator<Row> sort;
  private final UnaryOperator<Row> finish;
  private final Progress progress;
  private final BooleanSupplier written;
  private final Map<String, Integer> types = new TreeMap<>();
  private int next;
  private int done;
  private int untyped;
  private int failed;
  private boolean begun;
  private boolean broken;
  private boolean ended;

  /**
   * @param sort another order than that of the files, for which all rows are awaited
   * @param finish what is done to each row before it counts
   * @param written sends what is buffered on its way; false when nobody takes it any more
   */
  Results(
      int size,
      RowWriter writer,
      @Nullable Comparator<Row> sort,
      UnaryOperator<Row> finish,
      Progress progress,
      BooleanSupplier written) {
    this.rows = new Row[size];
    this.writer = writer;
    this.sort = sort;
    this.finish = finish;
    this.progress = progress;
    this.written = written;
  }

  @Override
  public synchronized void answer(int index, Row answer) {
    if (ended) {
      return;
    }
    Row row = finish.apply(answer);
    rows[index] = row;
    count(row);
    if (sort == null && !writer.waitsForAll()) {
      if (index == next) {
        progress.aside(this::writeReady);
      }
    }
    progress.at(new Progress.Step("classifying", done, rows.length, counts()));
  }

  private void writeReady() {
    begin();
    while (next < rows.length && !broken) {
      Row row = rows[next];
      if (row == null) {
        break;
      }
      writer.row(row);
      next++;
    }
    broken |= !written.getAsBoolean();
  }

  private void begin() {
    if (!begun) {
      begun = true;
      writer.begin();
    }
  }

  private void count(Row row) {
    done++;
    if (row.isFailed()) {
      failed++;
    } else if (row.isUntyped()) {
      untyped++;
    } else {
      types.merge(String.valueOf(row.type()), 1, Integer::sum);
    }
  }

  private Map<String, Integer> counts() {
    var counts = new TreeMap<>(types);
    if (untyped > 0) {
      counts.put("–", untyped);
    }
    if (failed > 0) {
      counts.put("errors", failed);
    }
    return counts;
  }

  /** Writes what is left; answers that come later count for nothing. */
  synchronized void end() {
    ended = true;
    List<Row> rest = new ArrayList<>();
    for (int index = next; index < rows.length; index++) {
      Row row = rows[index];
      if (row != null) {
        rest.add(row);
      }
    }
    if (sort != null) {
      rest.sort(sort);
    }
    if (!broken) {
      begin();
      rest.forEach(writer::row);
      writer.end();
      broken = !written.getAsBoolean();
    }
  }

  /** The answers so far, in the order of the files; null where there is none. */
  synchronized List<@Nullable Row> rows() {
    return new ArrayList<>(Arrays.asList(rows));
  }

  /** Whether the output was closed before everything was written. */
  synchronized boolean isBroken() {
    return broken;
  }

  synchronized int done() {
    return done;
  }

  synchronized int untyped() {
    return untyped;
  }

  synchronized int failed() {
    return failed;
  }

  /** {@code 2 files 1 classified 1 without type 0 errors}. */
  synchronized String summary() {
    return "%d %s  %d classified  %d without type  %d %s"
        .formatted(
            done,
            done == 1 ? "file" : "files",
            done - untyped - failed,
            untyped,
            failed,
            failed == 1 ? "error" : "errors");
  }
}
