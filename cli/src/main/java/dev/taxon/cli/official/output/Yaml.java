package dev.taxon.cli.official.output;

import dev.taxon.cli.official.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/**
 * JSON as block-style YAML. A string stays plain where every reader, also one of YAML 1.1, takes it
 * for a string; otherwise it is quoted, or a block when it has several lines.
 */
final class Yaml {
  private static final Pattern QUOTED =
      Pattern.compile(
          "^(?:"
              + "(?i:|~|null|true|false|y(?:es)?|no?|o(?:n|ff)"
              // numbers in base 2, 8, 16, 10 and 60, infinities, not-a-number
              + "|[-+]?(?:0(?:b[01_]+|o[0-7_]+|x[0-9a-f_]+)"
              + "|(?:[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\\.[0-9_]*)?|\\.[0-9_]+)(?:E[-+]?[0-9]+)?"
              + "|\\.inf)|\\.nan"
              // dates and times
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:T|[ \\t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]*)?"
              + "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{1,2})?))?)?)\\z"
              // indicators and white space at the start, markers of documents, entries and keys
              + "|[,\\[\\]{}#&*!|>'\"%@` \\t]|(?:-(?:--)?|\\.\\.\\.|\\?)(?:[ \\t]|\\z))"
              // a mapping's colon, white space at the end, a comment
              + "|:(?:[ \\t]|\\z)|[ \\t](?:#|\\z)"
              + "|[\\x00-\\x09\\x0b-\\x1f\\x7f\\x80-\\x9f\\ufeff\\ufdd0-\\ufdef\\ufffe\\uffff]");

  private static final Pattern NO_BLOCK =
      Pattern.compile(
          "^\\n*(?:[ \\t]|\\z)|[\\x00-\\x08\\x0b-\\x1f\\x7f\\x80-\\x9f\\ufeff\\ufdd0-\\ufdef\\ufffe\\uffff]");

  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder out = new StringBuilder();

  private Yaml() {}

  /** The YAML of {@code json} with its line end; empty when it is missing. */
  static String of(Json json) {
    if (!json.exists()) {
      return "";
    }
    var yaml = new Yaml();
    yaml.value(json, 0);
    return yaml.out.toString();
  }

  /** Writes a value and the line end behind it; the cursor stands where it begins. */
  private void value(Json json, int indent) {
    switch (json.kind()) {
      case OBJECT -> {
        List<Json.Member> members = json.members();
        if (members.isEmpty()) {
          out.append("{}\n");
        }
        for (int i = 0; i < members.size(); i++) {
          if (i > 0) {
            out.repeat(' ', indent);
          }
          key(members.get(i).key(), indent);
          below(members.get(i).value(), indent);
        }
      }
      case ARRAY -> {
        List<Json> elements = json.elements();
        if (elements.isEmpty()) {
          out.append("[]\n");
        }
        for (int i = 0; i < elements.size(); i++) {
          if (i > 0) {
            out.repeat(' ', indent);
          }
          out.append("- ");
          Json element = elements.get(i);
          if (element.kind() == Json.Kind.TEXT) {
            value(element, indent);
          } else {
            value(element, indent + 2);
          }
        }
      }
      case TEXT -> {
        string(json.text(), indent);
        out.append('\n');
      }
      default -> out.append(json.raw()).append('\n');
    }
  }

  private void key(String key, int indent) {
    boolean block = key.indexOf('\n') >= 0 && !NO_BLOCK.matcher(key).find();
    out.append(block ? "? " : "");
    string(key, indent);
    if (block) {
      out.append('\n').repeat(' ', indent);
    }
    out.append(':');
  }

  /** A member's value: behind its key, or below it and further in. */
  private void below(Json value, int indent) {
    boolean inner =
        value.kind() == Json.Kind.OBJECT
            ? !value.members().isEmpty()
            : value.kind() == Json.Kind.ARRAY && !value.elements().isEmpty();
    if (inner) {
      out.append('\n').repeat(' ', indent + 2);
      value(value, indent + 2);
    } else if (value.kind() == Json.Kind.TEXT) {
      out.append(' ');
      string(value.text(), indent);
      out.append('\n');
    } else {
      out.append(' ');
      value(value, indent);
    }
  }

  private void string(String text, int indent) {
    if (text.indexOf('\n') >= 0) {
      if (NO_BLOCK.matcher(text).find()) {
        quote(text);
      } else {
        block(text, indent + 2);
      }
    } else if (QUOTED.matcher(text).find()) {
      quote(text);
    } else {
      out.append(text);
    }
  }

  private void block(String text, int indent) {
    out.append('|').append(!text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "");
    String rest = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : rest.split("\n", -1)) {
      out.append('\n').repeat(' ', line.isEmpty() ? 0 : indent).append(line);
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int plain = "\"\\\b\f\n\r\t".indexOf(c);
      if (plain >= 0) {
        out.append('\\').append("\"\\bfnrt".charAt(plain));
      } else if (c < ' ' || (c >= 0x7f && c <= 0x9f)) {
        out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else if (c == '\ufeff' || (c >= '\ufdd0' && c <= '\ufdef') || c >= '\ufffe') {
        out.append("\\u")
            .append(HEX.charAt(c >> 12))
            .append(HEX.charAt(c >> 8 & 15))
            .append(HEX.charAt(c >> 4 & 15))
            .append(HEX.charAt(c & 15));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
