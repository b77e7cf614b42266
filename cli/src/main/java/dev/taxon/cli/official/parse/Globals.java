package dev.taxon.cli.official.parse;

import dev.taxon.cli.official.catalogue.Flag;
import dev.taxon.cli.official.catalogue.Place;
import dev.taxon.cli.official.value.Kind;
import java.util.List;

/** The flags that may stand anywhere. */
public final class Globals {
  static final List<String> FORMATS =
      List.of("auto", "explore", "json", "jsonl", "pretty", "raw", "yaml");

  private Globals() {}

  /** The names of all formats, with commas. */
  public static String formats() {
    return String.join(", ", FORMATS);
  }

  /** In the order in which help lists them. */
  public static List<Flag> flags() {
    String formats = "(one of: " + formats() + ")";
    return List.of(
        flag(
            "debug",
            Kind.SWITCH,
            "Print every request and answer, without keys, on standard error"),
        flag(
            "base-url",
            Kind.TEXT,
            "The server (default: the one on this machine) [$LLAMA_CLOUD_BASE_URL]"),
        flag("format", Kind.TEXT, "How to show the answer " + formats + " (default: \"auto\")"),
        flag(
            "format-error", Kind.TEXT, "How to show an error's body, likewise (default: \"auto\")"),
        flag("transform", Kind.TEXT, "A GJSON path to what should be shown, such as items.#.id"),
        flag("transform-error", Kind.TEXT, "A GJSON path into an error's body"),
        flag("raw-output", Kind.SWITCH, "Print a string without its quotes"),
        flag("api-key", Kind.TEXT, "The key [$LLAMA_CLOUD_API_KEY]"));
  }

  private static Flag flag(String name, Kind kind, String summary) {
    return new Flag(name, kind, Place.NOWHERE, "", false, false, false, summary, List.of());
  }
}
