package dev.taxon.cli.official.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Commands about one kind of thing.
 *
 * @param name its word on the command line
 * @param summary for help
 * @param commands those that help lists
 * @param oldNames commands under names they had before
 */
public record Group(String name, String summary, List<Command> commands, List<Command> oldNames) {
  public Group {
    commands = List.copyOf(commands);
    oldNames = List.copyOf(oldNames);
  }

  public Optional<Command> command(String word) {
    for (Command command : commands) {
      if (command.name().equals(word)) {
        return Optional.of(command);
      }
    }
    for (Command command : oldNames) {
      if (command.name().equals(word)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}
