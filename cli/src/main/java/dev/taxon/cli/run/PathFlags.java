package dev.taxon.cli.run;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say which files are taken. */
public final class PathFlags {
  @Option(
      names = "--files-from",
      paramLabel = "LIST",
      description = "Also classify the files that LIST names, one a line; - for standard input.")
  private @Nullable String filesFrom;

  @Option(
      names = {"-0", "--null"},
      description = "The names in LIST end with NUL, as find -print0 writes them.")
  private boolean endsWithNul;

  @Option(
      names = "--no-ignore",
      description = "Also take what .gitignore files leave out of folders.")
  private boolean noIgnore;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "From folders, take what matches, such as '*.pdf' (repeatable).")
  private List<String> includes = List.of();

  @Option(names = "--max-depth", paramLabel = "N", description = "How deep to go into folders.")
  private int maxDepth = Integer.MAX_VALUE;

  /** Whether files are named elsewhere than on the command line. */
  boolean nameFiles() {
    return filesFrom != null;
  }

  /**
   * Refuses what cannot be meant.
   *
   * @param words of the command line
   */
  void check(List<String> words) {
    if (Stream.concat(words.stream(), Stream.ofNullable(filesFrom)).filter("-"::equals).count()
        > 1) {
      throw new Failure(Exit.USAGE, "the standard input can be read once only, - stands twice");
    }
    if (maxDepth < 1) {
      throw new Failure(Exit.USAGE, "--max-depth takes a number from 1");
    }
  }

  /**
   * A gathering that has nothing yet.
   *
   * @param sorted a folder that is not gone into
   */
  Gathering gathering(Console console, @Nullable Path sorted) {
    return new Gathering(includes, maxDepth, console.in(), !noIgnore, sorted);
  }

  /** Gathers paths and what a list names, and warns of what cannot be listed. */
  void gather(Gathering gathering, List<String> paths, Console console) {
    paths.forEach(gathering::add);
    if (filesFrom != null) {
      byte[] list =
          filesFrom.equals("-")
              ? Texts.bytes(console.in())
              : Texts.bytes(Path.of(filesFrom), "--files-from");
      FileList.of(list, endsWithNul).forEach(gathering::addListed);
    }
    gathering.unreadable().forEach(sentence -> console.err().println("warning: " + sentence));
  }
}
