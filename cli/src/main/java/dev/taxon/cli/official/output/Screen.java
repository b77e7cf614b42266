package dev.taxon.cli.official.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where answers are shown: a terminal with a size, or a pipe or file. */
public interface Screen {
  /** Whether standard output is a terminal. */
  boolean isTerminal();

  /** The terminal's width in cells, 80 when unknown. */
  int width();

  /** The terminal's height in lines, 24 when unknown. */
  int height();

  /**
   * Starts {@code command} on the terminal, ready to be written to.
   *
   * @throws IOException if it cannot be started
   */
  Process pager(List<String> command, Map<String, String> environment) throws IOException;
}
