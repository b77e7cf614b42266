package dev.taxon.cli.official.parse;

import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.catalogue.Flag;
import dev.taxon.cli.official.catalogue.Group;
import dev.taxon.cli.official.value.ValueProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a command line in three steps, as the official program does: until the group's
 * name, until the command's, and the rest. Each step knows its own flags and the global ones; a
 * word that is no command waits until the step ends.
 */
public final class CommandLine {
  private final String program;
  private final List<String> args;
  private final Given given = new Given();
  private final List<Flag> globals = Globals.flags();
  private int at;
  private boolean help;
  private boolean version;

  private CommandLine(String program, List<String> args) {
    this.program = program;
    this.args = args;
  }

  /** What {@code args} ask of the program called {@code program}. */
  public static Call parse(String program, List<String> args) throws UsageProblem {
    return new CommandLine(program, args).parse();
  }

  private Call parse() throws UsageProblem {
    var strays = new ArrayList<String>();
    while (at < args.size()) {
      String word = args.get(at).strip();
      if (Catalogue.isElsewhere(word) && strays.isEmpty()) {
        throw UsageProblem.unknown(elsewhere(word));
      }
      Optional<Group> group = Catalogue.group(word);
      if (group.isPresent()) {
        at++;
        if (version || !strays.isEmpty()) {
          break;
        }
        return inGroup(group.get());
      }
      if (!flagOrStray(List.of(), true, strays)) {
        break;
      }
    }
    if (!strays.isEmpty()) {
      throw UsageProblem.unknown(noTopic(strays.getFirst(), program, Catalogue.names()));
    }
    return new Call(
        version && !help ? Call.Wish.VERSION : Call.Wish.HELP,
        Optional.empty(),
        Optional.empty(),
        given,
        List.of());
  }

  private Call inGroup(Group group) throws UsageProblem {
    var strays = new ArrayList<String>();
    while (at < args.size()) {
      String word = args.get(at).strip();
      if (strays.isEmpty() && (word.equals("help") || word.equals("h"))) {
        at++;
        help = true;
        continue;
      }
      Optional<Command> command = group.command(word);
      if (command.isPresent() && strays.isEmpty()) {
        at++;
        return inCommand(group, command.get());
      }
      if (!flagOrStray(List.of(), false, strays)) {
        break;
      }
    }
    if (!strays.isEmpty()) {
      throw UsageProblem.unknown(
          noTopic(
              strays.getFirst(),
              program + " " + group.name(),
              group.commands().stream().map(Command::name).toList()));
    }
    return new Call(Call.Wish.HELP, Optional.of(group), Optional.empty(), given, List.of());
  }

  private Call inCommand(Group group, Command command) throws UsageProblem {
    var words = new ArrayList<String>();
    while (at < args.size() && flagOrStray(command.flags(), false, words)) {
      // each round takes one flag or one word
    }
    return new Call(
        help ? Call.Wish.HELP : Call.Wish.RUN,
        Optional.of(group),
        Optional.of(command),
        given,
        words);
  }

  /** Takes one flag with its value, or one word; false when everything else is words. */
  private boolean flagOrStray(List<Flag> own, boolean root, List<String> words)
      throws UsageProblem {
    String raw = args.get(at++);
    String arg = raw.strip();
    if (arg.equals("--")) {
      words.addAll(args.subList(at, args.size()));
      at = args.size();
      return false;
    }
    if (arg.isEmpty() || arg.charAt(0) != '-' || arg.length() == 1) {
      words.add(arg.isEmpty() ? raw : arg);
      return true;
    }
    if (arg.charAt(1) != '-' && !Character.isLetter(arg.charAt(1))) {
      words.addAll(args.subList(at - 1, args.size()));
      at = args.size();
      return false;
    }
    flag(arg, own, root);
    return true;
  }

  private void flag(String arg, List<Flag> own, boolean root) throws UsageProblem {
    String name = arg.substring(arg.charAt(1) == '-' ? 2 : 1);
    int equals = name.indexOf('=');
    String value = equals < 0 ? "" : name.substring(equals + 1);
    name = equals < 0 ? name : name.substring(0, equals);
    if (name.equals("help") || name.equals("h")) {
      help = !value.equals("false");
      return;
    }
    if (root && (name.equals("version") || name.equals("v"))) {
      version = !value.equals("false");
      return;
    }
    Flag outer = null;
    Flag flag = null;
    for (Flag candidate : own) {
      if (candidate.name().equals(name)) {
        flag = candidate;
      } else if (name.startsWith(candidate.name() + ".")) {
        for (Flag inner : candidate.inner()) {
          if (inner.name().equals(name)) {
            outer = candidate;
            flag = inner;
          }
        }
      }
    }
    if (flag == null) {
      flag = global(name);
    }
    if (flag == null) {
      throw UsageProblem.flag(
          "flag provided but not defined: -" + name, suggestion(own, root, name), root);
    }
    if (flag.kind() == dev.taxon.cli.official.value.Kind.SWITCH) {
      value = value.isEmpty() ? "true" : value;
    } else if (equals < 0 && at < args.size()) {
      value = args.get(at++);
    } else if (value.isEmpty()) {
      throw UsageProblem.flag("flag needs an argument: " + arg, "", root);
    }
    set(outer, flag, name, value, root);
  }

  private void set(@Nullable Flag outer, Flag flag, String name, String value, boolean root)
      throws UsageProblem {
    try {
      if (outer == null) {
        given.give(flag, value);
      } else {
        given.giveInside(outer, flag, value);
      }
      if (flag.name().startsWith("format")
          && globals.contains(flag)
          && !Globals.FORMATS.contains(value.toLowerCase(java.util.Locale.ROOT))) {
        throw new ValueProblem("format must be one of: " + String.join(", ", Globals.FORMATS));
      }
      if (flag.name().equals("base-url")) {
        BaseUrls.check(value, "--base-url");
      }
    } catch (ValueProblem e) {
      throw UsageProblem.flag(
          "invalid value " + Quoted.of(value) + " for flag -" + name + ": " + e.getMessage(),
          "",
          root);
    }
  }

  private @Nullable Flag global(String name) {
    String full = name.equals("r") ? "raw-output" : name;
    for (Flag flag : globals) {
      if (flag.name().equals(full)) {
        return flag;
      }
    }
    return null;
  }

  private String suggestion(List<Flag> own, boolean root, String name) {
    var names = new ArrayList<String>();
    for (Flag flag : root ? globals : own) {
      names.add(flag.name());
      for (Flag inner : flag.inner()) {
        names.add(inner.name());
      }
    }
    names.add("help");
    names.add("h");
    if (root) {
      names.addAll(List.of("r", "version", "v"));
    }
    String nearest = Similarity.nearest(names, name);
    if (nearest.isEmpty()) {
      return "";
    }
    return "Did you mean \"" + (nearest.length() == 1 ? "-" : "--") + nearest + "\"?\n\n";
  }

  private static String noTopic(String word, String before, List<String> names) {
    String nearest = word.equals("help") ? "--help" : Similarity.nearest(names, word);
    return "No help topic for '"
        + word
        + "'"
        + (nearest.isEmpty() ? "" : ". Did you mean '" + before + " " + nearest + "'?");
  }

  private String elsewhere(String word) {
    return "'"
        + program
        + " "
        + word
        + "' is not part of Taxon, which only classifies documents. It has: "
        + String.join(", ", Catalogue.names());
  }
}
