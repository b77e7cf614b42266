package dev.taxon.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** Flags that take one of a few words, which are written and told in lower case. */
final class Choices {
  private Choices() {}

  /** Lets every such flag of the program's commands be read this way. */
  static void register(CommandLine program) {
    program.getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .<Class<?>>map(ArgSpec::type)
        .filter(Class::isEnum)
        .distinct()
        .forEach(type -> register(program, type));
  }

  private static <T> void register(CommandLine program, Class<T> type) {
    program.registerConverter(type, word -> chosen(type, word));
  }

  private static <T> T chosen(Class<T> type, String word) {
    List<T> all = Stream.of(type.getEnumConstants()).toList();
    return all.stream()
        .filter(choice -> choice.toString().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'"
                    + word
                    + "' is none of "
                    + String.join(
                        ", ",
                        all.stream().map(c -> c.toString().toLowerCase(Locale.ROOT)).toList())));
  }
}
