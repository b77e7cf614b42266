package dev.taxon.cli;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.official.completion.Candidate;
import dev.taxon.cli.official.completion.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Tells completion and the manual page of Taxon's own commands.
 *
 * @param console as the commands would have it
 */
record NativeWords(Console console) implements Words {
  private Stream<NativeCommand> all() {
    return NativeCommand.all(console, new Composition(console)).stream()
        .filter(NativeCommand::isForPeople);
  }

  @Override
  public List<Candidate> commands() {
    return all().map(command -> new Candidate(command.name(), command.summary())).toList();
  }

  @Override
  public Optional<Own> command(List<String> words) {
    return all()
        .filter(command -> command.name().equals(words.getFirst()))
        .findFirst()
        .map(command -> NativeCommands.described(console, List.of(command.maker().get())))
        .flatMap(program -> below(program, words))
        .map(NativeWords::own);
  }

  private static Optional<CommandLine> below(CommandLine program, List<String> words) {
    Optional<CommandLine> found = Optional.of(program);
    for (String word : words) {
      found = found.map(command -> command.getSubcommands().get(word));
    }
    return found;
  }

  private static Own own(CommandLine command) {
    return new Own(
        command.getSubcommands().entrySet().stream()
            .map(below -> new Candidate(below.getKey(), summary(below.getValue())))
            .toList(),
        command.getCommandSpec().options().stream()
            .filter(option -> !option.hidden())
            .map(NativeWords::option)
            .toList());
  }

  private static String summary(CommandLine command) {
    return String.join(" ", command.getCommandSpec().usageMessage().description());
  }

  private static Option option(OptionSpec option) {
    Iterable<String> values = option.completionCandidates();
    List<String> choices =
        values == null
            ? List.of()
            : StreamSupport.stream(values.spliterator(), false)
                .map(choice -> choice.toLowerCase(Locale.ROOT))
                .toList();
    List<String> names =
        Stream.of(option.names())
            .sorted(java.util.Comparator.comparingInt(String::length).reversed())
            .toList();
    return new Option(
        names, String.join(" ", option.description()), option.arity().max() > 0, choices);
  }
}
