package dev.taxon.cli.official.completion;

import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.catalogue.Flag;
import dev.taxon.cli.official.catalogue.Group;
import dev.taxon.cli.official.parse.Globals;
import dev.taxon.cli.official.value.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what may come next on a command line that is being typed. Names of groups that hold a colon
 * appear up to it until one is typed, because shells break words there.
 */
public final class Completion {
  /** The candidates are to be used. */
  public static final int USE = 0;

  /** The shell is to complete names of files. */
  public static final int FILES = 10;

  /**
   * What a shell is told.
   *
   * @param candidates in the order of help
   * @param code {@link #USE} or {@link #FILES}
   */
  public record Result(List<Candidate> candidates, int code) {
    public Result {
      candidates = List.copyOf(candidates);
    }
  }

  private final String style;
  private final Words own;

  /**
   * @param style bash, zsh, fish or pwsh
   * @param own further commands of the program
   */
  public Completion(String style, Words own) {
    this.style = style;
    this.own = own;
  }

  /** What may stand in the place of the last of {@code typed}. */
  public Result after(List<String> typed) {
    List<String> words = joined(typed);
    String current = words.isEmpty() ? "" : words.getLast();
    List<String> before = words.isEmpty() ? List.of() : words.subList(0, words.size() - 1);
    Place place = place(before);
    if (!before.isEmpty()) {
      Optional<Words.Option> flag = option(place.options(), before.getLast());
      if (flag.isPresent() && flag.get().takesValue()) {
        return value(flag.get(), current);
      }
    }
    int equals = current.startsWith("--") ? current.indexOf('=') : -1;
    if (equals > 0) {
      return attached(place, current.substring(0, equals), current.substring(equals + 1));
    }
    var found = new ArrayList<Candidate>();
    if (current.startsWith("-")) {
      for (Words.Option option : place.options()) {
        for (String name : option.names()) {
          add(found, name, option.summary(), current);
        }
      }
    }
    place.commands().forEach(command -> add(found, command.name(), command.summary(), current));
    if (found.isEmpty() && place.takesFiles() && !current.startsWith("-")) {
      return new Result(List.of(), FILES);
    }
    return new Result(stems(found, current), USE);
  }

  /** A value behind an equals sign, which stays in the word. */
  private static Result attached(Place place, String flag, String current) {
    List<Candidate> values =
        option(place.options(), flag)
            .map(option -> value(option, current).candidates())
            .orElse(List.of());
    return new Result(
        values.stream()
            .map(value -> new Candidate(flag + "=" + value.name(), value.summary()))
            .toList(),
        USE);
  }

  private static Result value(Words.Option flag, String current) {
    if (flag.choices().isEmpty()) {
      return new Result(List.of(), FILES);
    }
    return new Result(
        flag.choices().stream()
            .filter(choice -> choice.startsWith(current))
            .map(choice -> new Candidate(choice, ""))
            .toList(),
        USE);
  }

  /**
   * Where the words that stand before have led.
   *
   * @param takesFiles whether paths may come here
   */
  private record Place(List<Candidate> commands, List<Words.Option> options, boolean takesFiles) {}

  private Place place(List<String> before) {
    var path = new ArrayList<String>();
    Place place = at(path);
    for (int i = 0; i < before.size(); i++) {
      String word = before.get(i);
      if (word.startsWith("-")) {
        i += option(place.options(), word).filter(Words.Option::takesValue).isPresent() ? 1 : 0;
      } else if (place.commands().stream().anyMatch(command -> command.name().equals(word))) {
        path.add(word);
        place = at(path);
      }
    }
    return place;
  }

  private Place at(List<String> path) {
    if (path.isEmpty()) {
      var commands = new ArrayList<>(own.commands());
      for (String name : Catalogue.names()) {
        commands.add(new Candidate(name, Catalogue.group(name).orElseThrow().summary()));
      }
      return new Place(commands, globals(List.of()), false);
    }
    Optional<Words.Own> ours = own.command(path);
    if (ours.isPresent()) {
      return new Place(
          ours.get().commands(), ours.get().options(), ours.get().commands().isEmpty());
    }
    Group group = Catalogue.group(path.getFirst()).orElseThrow();
    if (path.size() == 1) {
      return new Place(
          group.commands().stream()
              .map(command -> new Candidate(command.name(), command.summary()))
              .toList(),
          globals(List.of()),
          false);
    }
    Command command = group.command(path.get(1)).orElseThrow();
    return new Place(List.of(), globals(command.allFlags()), false);
  }

  /** Options of a command, and behind them those that every command has. */
  private static List<Words.Option> globals(List<Flag> flags) {
    var options = new ArrayList<Words.Option>();
    flags.forEach(flag -> options.add(option(flag)));
    Globals.flags().forEach(flag -> options.add(option(flag)));
    options.add(new Words.Option(List.of("--help", "-h"), "show help", false, List.of()));
    return options;
  }

  private static Words.Option option(Flag flag) {
    String name = "--" + flag.name();
    return new Words.Option(
        flag.name().equals("raw-output") ? List.of(name, "-r") : List.of(name),
        flag.summary(),
        flag.kind() != Kind.SWITCH,
        List.of());
  }

  private static Optional<Words.Option> option(List<Words.Option> options, String word) {
    return options.stream()
        .filter(option -> option.names().contains(word) || option.names().contains("-" + word))
        .findFirst();
  }

  private void add(List<Candidate> found, String name, String summary, String current) {
    if (name.startsWith(current)) {
      // bash replaces only what stands behind the last colon
      int from = style.equals("bash") ? current.lastIndexOf(':') + 1 : 0;
      found.add(new Candidate(name.substring(from), summary));
    }
  }

  private static List<Candidate> stems(List<Candidate> found, String current) {
    if (current.indexOf(':') >= 0) {
      return found;
    }
    Map<String, Candidate> stems = new LinkedHashMap<>();
    for (Candidate candidate : found) {
      int colon = candidate.name().indexOf(':');
      Candidate stem =
          colon < 0 ? candidate : new Candidate(candidate.name().substring(0, colon), "");
      stems.putIfAbsent(stem.name(), stem);
    }
    return List.copyOf(stems.values());
  }

  /** Words that bash broke at a colon or an equals sign, put together again. */
  private static List<String> joined(List<String> words) {
    var joined = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("=") && !joined.isEmpty() && joined.getLast().startsWith("--")) {
        // the value is a word of its own, as after a space
        word = i + 1 < words.size() ? words.get(++i) : "";
      }
      while (i + 1 < words.size() && words.get(i + 1).equals(":")) {
        word += ":";
        i++;
        if (i + 1 < words.size() && !words.get(i + 1).equals(":")) {
          word += words.get(++i);
        }
      }
      joined.add(word);
    }
    return joined;
  }

  /** A candidate as the shell's script expects it. */
  String line(Candidate candidate) {
    return switch (style) {
      case "zsh" ->
          candidate.name().replace(":", "\\:")
              + (candidate.summary().isEmpty() ? "" : ":" + candidate.summary());
      case "fish" ->
          candidate.name() + (candidate.summary().isEmpty() ? "" : "\t" + candidate.summary());
      default -> candidate.name();
    };
  }
}
