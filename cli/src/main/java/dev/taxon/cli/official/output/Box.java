package dev.taxon.cli.official.output;

import dev.taxon.cli.official.json.Json;
import java.util.List;

/**
 * JSON in a box under a title: members as {@code key: value}, elements numbered, long strings cut
 * at the box's width.
 */
final class Box {
  /** The box's frame and the space inside it, left and right together, in cells. */
  private static final int FRAME = 4;

  private final boolean coloured;

  private Box(boolean coloured) {
    this.coloured = coloured;
  }

  /**
   * The title line and the box, with a line end.
   *
   * @param width the terminal's width in cells; only strings are cut to it
   */
  static String of(String title, Json json, int width, boolean coloured) {
    return new Box(coloured).render(title, json, width - FRAME);
  }

  private String render(String title, Json json, int width) {
    String content = json.exists() ? value(json, 0, width) : dim("Invalid JSON");
    String[] lines = content.replaceFirst("^\n+", "").split("\n", -1);
    int widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, Cells.width(bare(line)));
    }
    var out = new StringBuilder();
    out.append("  ").append(style("1", title)).append('\n');
    out.append(border("╭" + "─".repeat(widest + 2) + "╮")).append('\n');
    for (String line : lines) {
      out.append(border("│"))
          .append(' ')
          .append(line)
          .repeat(' ', widest - Cells.width(bare(line)) + 1)
          .append(border("│"))
          .append('\n');
    }
    return out.append(border("╰" + "─".repeat(widest + 2) + "╯")).append('\n').toString();
  }

  private String value(Json json, int indent, int width) {
    return switch (json.kind()) {
      case TEXT -> {
        String text = shown(json.text());
        yield text.isEmpty() ? dim("(empty)") : text(Cells.cut(text, width));
      }
      case TRUE -> style("38;5;207", "yes");
      case FALSE -> style("38;5;207", "no");
      case NULL -> dim("null");
      case OBJECT -> object(json, indent, width);
      case ARRAY -> array(json, indent, width);
      default -> style("38;5;215", json.raw());
    };
  }

  /** Without the control characters that could steer a terminal. */
  private static String shown(String text) {
    boolean clean = true;
    for (int i = 0; i < text.length() && clean; i++) {
      clean = !Character.isISOControl(text.charAt(i)) || "\n\t\r".indexOf(text.charAt(i)) >= 0;
    }
    return clean ? text : text.replaceAll("[\\p{Cntrl}\u0080-\u009f&&[^\n\t\r]]", "");
  }

  /** A text's lines, each with its colour; a tabulator takes four cells. */
  private String text(String text) {
    String[] lines = text.replace("\r\n", "\n").replace("\t", "    ").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = style("38;5;113", lines[i]);
    }
    return String.join("\n", lines);
  }

  private String object(Json json, int indent, int width) {
    List<Json.Member> members = json.members();
    if (members.isEmpty()) {
      return dim("(empty)");
    }
    var out = new StringBuilder();
    for (Json.Member member : members) {
      String key = "  ".repeat(indent) + style("38;5;75", shown(member.key()) + ":");
      int room = width;
      if (!member.value().isContainer()) {
        key += " ";
        room = width - Cells.width(bare(key));
      }
      out.append('\n').append(key).append(value(member.value(), indent + 1, room));
    }
    return out.toString();
  }

  private String array(Json json, int indent, int width) {
    List<Json> elements = json.elements();
    if (elements.isEmpty()) {
      return dim(" (none)");
    }
    int digits = Integer.toString(elements.size()).length();
    var out = new StringBuilder();
    for (int i = 0; i < elements.size(); i++) {
      String number = i + 1 + ".";
      String numbering = "  ".repeat(indent) + style("38;5;242", number);
      int room = width;
      if (!elements.get(i).isContainer()) {
        numbering += " ".repeat(digits + 2 - number.length());
        room = width - Cells.width(bare(numbering));
      }
      out.append('\n').append(numbering).append(value(elements.get(i), indent + 1, room));
    }
    return out.toString();
  }

  private String dim(String text) {
    return style("3;38;5;245", text);
  }

  private String border(String text) {
    return style("38;5;63", text);
  }

  private String style(String codes, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + codes + "m" + text + "\u001b[0m" : text;
  }

  private String bare(String line) {
    return coloured ? line.replaceAll("\u001b\\[[0-9;]*m", "") : line;
  }
}
