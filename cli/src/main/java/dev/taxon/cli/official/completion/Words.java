package dev.taxon.cli.official.completion;

import java.util.List;
import java.util.Optional;

/** Commands beside those of the table, for a program that has such. */
public interface Words {
  /** No others. */
  Words NONE =
      new Words() {
        @Override
        public List<Candidate> commands() {
          return List.of();
        }

        @Override
        public Optional<Own> command(List<String> words) {
          return Optional.empty();
        }
      };

  /**
   * A flag.
   *
   * @param names with their dashes
   * @param takesValue whether the next word is its value
   * @param choices all values it may have, or none when they cannot be listed
   */
  record Option(List<String> names, String summary, boolean takesValue, List<String> choices) {
    public Option {
      names = List.copyOf(names);
      choices = List.copyOf(choices);
    }
  }

  /**
   * One command.
   *
   * @param commands those below it
   */
  record Own(List<Candidate> commands, List<Option> options) {
    public Own {
      commands = List.copyOf(commands);
      options = List.copyOf(options);
    }
  }

  /** Their names, in the order of help. */
  List<Candidate> commands();

  /** The command that some words name, flags and arguments left aside, if it is one of these. */
  Optional<Own> command(List<String> words);
}
