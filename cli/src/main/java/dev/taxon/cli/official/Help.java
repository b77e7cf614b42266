package dev.taxon.cli.official;

import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.catalogue.Flag;
import dev.taxon.cli.official.catalogue.Group;
import dev.taxon.cli.official.parse.Globals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The help of the program, of a group and of a command. */
final class Help {
  private static final String INDENT = "   ";

  private Help() {}

  static String of(String program, Optional<Group> group, Optional<Command> command) {
    if (group.isEmpty()) {
      return ofProgram(program);
    }
    return command.isEmpty()
        ? ofGroup(program, group.get())
        : ofCommand(program, group.get(), command.get());
  }

  private static String ofProgram(String program) {
    var help = new StringBuilder();
    section(
        help,
        "NAME",
        List.of(program + " - classify documents by rules, with the official commands"));
    section(help, "USAGE", List.of(program + " [global options] [command [command options]]"));
    section(help, "VERSION", List.of(OfficialCli.VERSION));
    help.append("COMMANDS:\n");
    help.append(INDENT).append("API RESOURCE:\n");
    for (String name : Catalogue.names()) {
      help.append(INDENT).append("  ").append(name).append('\n');
    }
    help.append('\n');
    var lines = flagLines(Globals.flags());
    lines.add(new String[] {"--help, -h", "show help"});
    lines.add(new String[] {"--version, -v", "print the version"});
    section(help, "GLOBAL OPTIONS", columns(lines));
    last(help, "EXAMPLE", List.of(program + " classifier:jobs list --max-items 10"));
    return help.toString();
  }

  private static String ofGroup(String program, Group group) {
    String name = program + " " + group.name();
    var help = new StringBuilder();
    section(help, "NAME", List.of(name + " - " + group.summary()));
    section(help, "USAGE", List.of(name + " [command [command options]]"));
    section(help, "CATEGORY", List.of("API RESOURCE"));
    var commands = new ArrayList<String[]>();
    group
        .commands()
        .forEach(command -> commands.add(new String[] {command.name(), command.summary()}));
    section(help, "COMMANDS", columns(commands));
    section(help, "OPTIONS", columns(List.<String[]>of(new String[] {"--help, -h", "show help"})));
    Command first = group.commands().getFirst();
    last(help, "EXAMPLE", List.of(name + " " + first.name() + " " + first.example()));
    return help.toString();
  }

  private static String ofCommand(String program, Group group, Command command) {
    String name = program + " " + group.name() + " " + command.name();
    var help = new StringBuilder();
    section(help, "NAME", List.of(name + " - " + command.summary()));
    section(help, "USAGE", List.of(name + " [options]"));
    var own = flagLines(command.allFlags());
    own.add(new String[] {"--help, -h", "show help"});
    section(help, "OPTIONS", columns(own));
    section(help, "GLOBAL OPTIONS", columns(flagLines(Globals.flags())));
    last(help, "EXAMPLE", List.of((name + " " + command.example()).strip()));
    return help.toString();
  }

  private static List<String[]> flagLines(List<Flag> flags) {
    var lines = new ArrayList<String[]>();
    for (Flag flag : flags) {
      String label = flag.kind().label();
      String name = "--" + flag.name() + (label.isEmpty() ? "" : " " + label);
      String shown = flag.kind().repeats() ? name + " [ " + name + " ]" : name;
      String alias = flag.name().equals("raw-output") ? ", -r" : "";
      lines.add(
          new String[] {shown + alias, flag.summary() + (flag.required() ? " (required)" : "")});
    }
    return lines;
  }

  private static List<String> columns(List<String[]> rows) {
    int width = 0;
    for (String[] row : rows) {
      width = Math.max(width, row[0].length());
    }
    var lines = new ArrayList<String>();
    for (String[] row : rows) {
      lines.add((row[0] + " ".repeat(width - row[0].length() + 2) + row[1]).stripTrailing());
    }
    return lines;
  }

  private static void section(StringBuilder help, String title, List<String> lines) {
    last(help, title, lines);
    help.append('\n');
  }

  private static void last(StringBuilder help, String title, List<String> lines) {
    help.append(title).append(":\n");
    lines.forEach(line -> help.append(INDENT).append(line).append('\n'));
  }
}
