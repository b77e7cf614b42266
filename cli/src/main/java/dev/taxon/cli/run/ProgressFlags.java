package dev.taxon.cli.run;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.console.ProgressJson;
import dev.taxon.cli.console.ProgressLine;
import picocli.CommandLine.Option;

/** Flags that say what is told while work goes on. */
public final class ProgressFlags {
  /** How progress is told. */
  enum Kind {
    AUTO,
    BAR,
    JSON,
    NONE
  }

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no summary.")
  private boolean quiet;

  @Option(names = "--progress", paramLabel = "HOW", description = "auto, bar, json or none.")
  private Kind progress = Kind.AUTO;

  boolean isQuiet() {
    return quiet;
  }

  /** What tells of progress. */
  Progress told(Console console) {
    boolean rewrites = console.screen().err() && !"dumb".equals(console.environment().get("TERM"));
    boolean bar = progress == Kind.BAR || rewrites;
    if (quiet || progress == Kind.NONE || (progress == Kind.AUTO && !bar)) {
      return Progress.NONE;
    }
    return progress == Kind.JSON
        ? new ProgressJson(console.err(), System::nanoTime)
        : new ProgressLine(console.err(), console.screen().columns(), System::nanoTime);
  }
}
