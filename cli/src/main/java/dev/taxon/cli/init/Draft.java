package dev.taxon.cli.init;

import dev.taxon.Rule;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Rules as a file that a person goes on with. */
final class Draft {
  private static final int LONGEST = 500;

  private Draft() {}

  /**
   * The file's text.
   *
   * @param from what it was made of, for its first line
   */
  static String of(List<Rule> rules, String from) {
    var text = new StringBuilder();
    text.append("# Drafted by taxon init ").append(from).append(".\n");
    text.append(
        "# Say in your own words what each kind of document is, and what tells it from the others.\n");
    text.append("rules:\n");
    for (Rule rule : rules) {
      text.append("  - type: ").append(scalar(rule.type())).append('\n');
      text.append("    description: ").append(scalar(rule.description())).append('\n');
    }
    return text.toString();
  }

  /** A text as YAML takes it for a text. */
  private static String scalar(String text) {
    boolean plain =
        text.matches("[A-Za-z][\\w ,.()-]*[\\w.)]")
            && !text.matches("(?i)true|false|null|yes|no|on|off|y|n");
    return plain ? text : JsonMapper.shared().writeValueAsString(text);
  }

  /** A description out of a folder's name and the phrases of its samples. */
  static String description(String type, List<String> phrases) {
    String name = type.replaceAll("[_.-]+", " ").strip();
    String start =
        name.isEmpty() ? "Document" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    if (phrases.isEmpty()) {
      return cut(start + ", as in the folder of that name");
    }
    return cut(start + " with words such as " + String.join(", ", phrases));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST).replaceFirst("[, ][^, ]*$", "");
  }
}
