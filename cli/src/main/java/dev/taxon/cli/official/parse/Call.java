package dev.taxon.cli.official.parse;

import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.catalogue.Group;
import java.util.List;
import java.util.Optional;

/**
 * What the words ask for.
 *
 * @param wish what to do
 * @param group the group named, if any
 * @param command its command, if named
 * @param given all flags
 * @param words the arguments that are no flags, after the command
 */
public record Call(
    Wish wish, Optional<Group> group, Optional<Command> command, Given given, List<String> words) {
  public Call {
    words = List.copyOf(words);
  }

  /** What to do. */
  public enum Wish {
    RUN,
    HELP,
    VERSION
  }
}
