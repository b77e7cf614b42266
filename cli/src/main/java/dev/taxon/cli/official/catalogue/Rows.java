package dev.taxon.cli.official.catalogue;

import static dev.taxon.cli.official.catalogue.Flag.query;

import dev.taxon.cli.official.catalogue.Command.Body;
import dev.taxon.cli.official.value.Kind;
import java.util.ArrayList;
import java.util.List;

/** The usual kinds of rows of the table, and the flags that many commands share. */
final class Rows {
  private Rows() {}

  static Group group(String name, String summary, Command... commands) {
    return new Group(name, summary, List.of(commands), List.of());
  }

  static Command command(
      String name,
      String method,
      String path,
      Body body,
      String summary,
      String example,
      List<Flag> flags) {
    return new Command(name, method, path, body, false, false, summary, example, flags);
  }

  static Command silent(String name, String path, String summary, String example, Flag id) {
    return new Command(name, "DELETE", path, Body.NONE, false, true, summary, example, scoped(id));
  }

  static Command paged(String name, String path, String summary, String example, Flag... flags) {
    return new Command(
        name, "GET", path, Body.NONE, true, false, summary, example, pages(scoped(flags)));
  }

  static List<Flag> scoped(Flag... flags) {
    var all = new ArrayList<>(List.of(flags));
    all.add(
        query("organization-id", Kind.TEXT_OR_NULL, "The organization, when not the key's own"));
    all.add(query("project-id", Kind.TEXT_OR_NULL, "The project, when not the default one"));
    return all;
  }

  /** Those of a command that starts something and may wait for its end. */
  static List<Flag> waited(Flag... flags) {
    var all = new ArrayList<>(scoped(flags));
    all.add(
        Flag.at(
            Place.NOWHERE,
            "wait",
            Kind.SWITCH,
            "",
            "Wait for the end and show the job as it is then"));
    all.add(
        Flag.at(Place.NOWHERE, "timeout", Kind.TEXT, "", "How long to wait (default: \"10m\")"));
    return all;
  }

  static List<Flag> pages(List<Flag> flags) {
    var all = new ArrayList<>(flags);
    all.add(query("page-size", Kind.WHOLE_OR_NULL, "How many to fetch at once"));
    all.add(query("page-token", Kind.TEXT_OR_NULL, "The page to begin with"));
    all.add(Flag.at(Place.NOWHERE, "max-items", Kind.WHOLE, "", "How many to show; -1 for all"));
    return all;
  }
}
