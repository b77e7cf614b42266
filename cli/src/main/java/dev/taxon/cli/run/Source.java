package dev.taxon.cli.run;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One file to classify.
 *
 * @param name as the user named it; {@code -} for the standard input
 * @param path where its bytes are
 */
public record Source(String name, Path path) {
  public Source {
    Objects.requireNonNull(name);
    Objects.requireNonNull(path);
  }

  /** Whether its bytes are where its name says, not in a copy of what was a stream. */
  public boolean isInPlace() {
    return path.normalize().toString().equals(name);
  }

  /** The last part of the name, as a hint for reading. */
  public String fileName() {
    Path last = Path.of(name).getFileName();
    return last == null ? name : last.toString();
  }
}
