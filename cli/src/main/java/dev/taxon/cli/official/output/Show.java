package dev.taxon.cli.official.output;

import dev.taxon.cli.official.gjson.Gjson;
import dev.taxon.cli.official.json.Compact;
import dev.taxon.cli.official.json.Indented;
import dev.taxon.cli.official.json.Json;
import java.util.Locale;
import java.util.Map;

/**
 * How answers are to be shown.
 *
 * @param format as given on the command line
 * @param explicit whether it was given
 * @param transform a GJSON path, or empty
 * @param rawOutput whether a string is printed without quotes
 * @param title what a box is called
 * @param screen the terminal, if there is one
 * @param env the environment, for colours
 */
public record Show(
    String format,
    boolean explicit,
    String transform,
    boolean rawOutput,
    String title,
    Screen screen,
    Map<String, String> env) {

  static final String NO_EXPLORER =
      "Warning: Output format 'explore' not supported for non-terminal output; falling back to 'json'\n";

  /** The text of one answer or item, with its line end; an answer without JSON may have none. */
  public String text(Json answer) {
    Json json = answer;
    if (!transform.isEmpty()) {
      Json found = Gjson.get(answer, transform);
      json = found.exists() ? found : answer;
    }
    if (rawOutput && json.kind() == Json.Kind.TEXT) {
      return json.text() + "\n";
    }
    return switch (kind()) {
      case "jsonl" -> paint(Compact.of(json).raw()) + "\n";
      case "raw" -> json.raw() + "\n";
      case "yaml" -> Yaml.of(json);
      case "pretty", "explore" ->
          Box.of(title, json, screen.isTerminal() ? screen.width() : 80, boxColoured());
      default -> paint(Indented.of(json.raw()));
    };
  }

  /** Whether lists do not know the format, which they take in lower case alone. */
  public boolean isUnknownForLists() {
    return kind().equals("explore") && !format.equals("explore");
  }

  /** The format in lower case. */
  String kind() {
    return format.toLowerCase(Locale.ROOT);
  }

  /** The same, but as JSON, for a format that this output cannot have. */
  Show asJson() {
    return new Show("json", explicit, transform, rawOutput, title, screen, env);
  }

  private String paint(String json) {
    return coloured() ? Colours.of(json) : json;
  }

  private boolean coloured() {
    String force = env.getOrDefault("FORCE_COLOR", "");
    if (force.equals("1") || force.equals("0")) {
      return force.equals("1");
    }
    return boxColoured();
  }

  private boolean boxColoured() {
    return screen.isTerminal()
        && env.getOrDefault("NO_COLOR", "").isEmpty()
        && !env.getOrDefault("TERM", "").equals("dumb");
  }
}
