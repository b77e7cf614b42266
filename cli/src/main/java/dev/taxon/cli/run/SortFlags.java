package dev.taxon.cli.run;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.sort.Sorter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say where files go once it is known what they are. */
final class SortFlags {
  @Option(
      names = "--move-to",
      paramLabel = "DIR",
      description = "Move each file into DIR/TYPE/; without a type into DIR/_untyped/.")
  private @Nullable Path moveTo;

  @Option(names = "--copy-to", paramLabel = "DIR", description = "Copy instead.")
  private @Nullable Path copyTo;

  @Option(names = "--link-to", paramLabel = "DIR", description = "Make symbolic links instead.")
  private @Nullable Path linkTo;

  @Option(names = "--dry-run", description = "Only tell what would be moved, copied or linked.")
  private boolean dry;

  /** The folder that is sorted into, if one is. */
  Optional<Path> folder() {
    return Stream.of(moveTo, copyTo, linkTo)
        .flatMap(Stream::ofNullable)
        .reduce((a, b) -> {
          throw new Failure(Exit.USAGE, "--move-to, --copy-to and --link-to exclude each other");
        });
  }

  Optional<Sorter> sorter(Console console) {
    Optional<Path> folder = folder();
    if (folder.isEmpty() && dry) {
      throw new Failure(Exit.USAGE, "--dry-run goes with --move-to, --copy-to or --link-to");
    }
    folder
        .filter(path -> Files.exists(path) && !Files.isDirectory(path))
        .ifPresent(path -> {
          throw new Failure(Exit.USAGE, path + " is a file, not a folder to sort into");
        });
    Sorter.Way way =
        moveTo != null ? Sorter.Way.MOVE : copyTo != null ? Sorter.Way.COPY : Sorter.Way.LINK;
    return folder.map(path -> new Sorter(way, path, dry, console.err()::println));
  }
}
