package dev.taxon.cli.official.completion;

import dev.taxon.cli.official.catalogue.Catalogue;
import dev.taxon.cli.official.catalogue.Command;
import dev.taxon.cli.official.catalogue.Flag;
import dev.taxon.cli.official.catalogue.Group;
import dev.taxon.cli.official.parse.Globals;
import java.util.List;
import java.util.Locale;

/** The manual page of a program, in the man macros of roff. */
final class ManPage {
  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  static String of(String program, Words own) {
    var man = new ManPage();
    man.write(program, own);
    return man.page.toString();
  }

  private void write(String program, Words own) {
    line(".TH " + text(program.toUpperCase(Locale.ROOT)) + " 1");
    section("NAME");
    line(text(program) + " \\- tell what kind of document a file is");
    section("SYNOPSIS");
    line(".B " + text(program));
    line("[\\fIglobal flags\\fR] \\fIGROUP COMMAND\\fR [\\fIflags\\fR]");
    if (!own.commands().isEmpty()) {
      section("COMMANDS");
      for (Candidate command : own.commands()) {
        own(program, command, own, List.of(command.name()));
      }
    }
    section("COMMANDS OF THE API");
    for (String name : Catalogue.names()) {
      Group group = Catalogue.group(name).orElseThrow();
      line(".SS " + text(group.name()));
      line(text(group.summary() + "."));
      for (Command command : group.commands()) {
        command(program, group, command);
      }
    }
    section("GLOBAL FLAGS");
    Globals.flags().forEach(this::flag);
    section("VALUES");
    line(
        text(
            "Objects are YAML or JSON. Flags of lists are repeated. Dotted flags set one field of"
                + " an object. @PATH puts in the content of a file. Standard input may hold the whole body"
                + " as YAML or JSON; flags win over it, name by name."));
    section("ENVIRONMENT");
    environment("LLAMA_CLOUD_API_KEY", "The key, unless --api-key gives one.");
    environment("LLAMA_CLOUD_BASE_URL", "The server, unless --base-url names one.");
    environment("LLAMA_CLOUD_CUSTOM_HEADERS", "Further headers, one 'Name: value' a line.");
    environment("FORCE_COLOR, NO_COLOR", "Colours on (1) or off (0); none at all.");
    environment("PAGER", "What shows long lists on a terminal, instead of less.");
    environment("TAXON_ERRORS", "stderr sends the bodies of errors there.");
    environment("TAXON_EXIT_CODES", "1 asks for telling exit statuses.");
    environment("TAXON_PORT, TAXON_DATA", "Where Taxon's own service listens and keeps its key.");
    section("EXIT STATUS");
    line(
        text(
            "0 on success, 1 on any failure, 3 for an unknown command. With TAXON_EXIT_CODES=1,"
                + " and always for Taxon's own commands: 2 wrong flags or rules, 4 the key was refused, 5"
                + " not found, 6 no server or a fault of it, 7 too slow, 130 ended by Ctrl-C."));
  }

  private void own(String program, Candidate command, Words own, List<String> path) {
    Words.Own found = own.command(path).orElseThrow();
    line(".SS " + text(program + " " + String.join(" ", path)));
    line(text(command.summary()));
    for (Words.Option option : found.options()) {
      line(".TP");
      line(
          "\\fB"
              + String.join("\\fR, \\fB", option.names().stream().map(ManPage::text).toList())
              + "\\fR"
              + (option.takesValue() ? " \\fIvalue\\fR" : ""));
      line(text(option.summary()));
    }
    for (Candidate below : found.commands()) {
      var deeper = new java.util.ArrayList<>(path);
      deeper.add(below.name());
      own(program, below, own, deeper);
    }
  }

  private void command(String program, Group group, Command command) {
    line(".PP");
    line("\\fB" + text(program + " " + group.name() + " " + command.name()) + "\\fR");
    line(".RS");
    line(text(command.summary() + ". Example:"));
    line(".PP");
    line(
        text(
            (program + " " + group.name() + " " + command.name() + " " + command.example())
                .strip()));
    command.allFlags().forEach(this::flag);
    line(".RE");
  }

  private void flag(Flag flag) {
    String label = flag.kind().label();
    line(".TP");
    line(
        "\\fB"
            + text("--" + flag.name())
            + "\\fR"
            + (label.isEmpty() ? "" : " \\fI" + text(label) + "\\fR")
            + (flag.kind().repeats() ? " (repeatable)" : ""));
    line(text(flag.summary() + (flag.required() ? " (required)" : "")));
  }

  private void environment(String name, String meaning) {
    line(".TP");
    line(".B " + text(name));
    line(text(meaning));
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  /** Text that roff takes for nothing else. */
  private static String text(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
