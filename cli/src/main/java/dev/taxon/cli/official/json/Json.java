package dev.taxon.cli.official.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of JSON as it was received. {@code raw} is its text: numbers, key order and escapes stay
 * as they came, and a container's text may be followed by what stood behind it in the answer.
 *
 * @param kind what it begins as
 * @param raw its text; empty when it is missing
 */
public record Json(Kind kind, String raw) {
  /** No value at all, which is not null. */
  public static final Json MISSING = new Json(Kind.MISSING, "");

  /** What a piece of JSON is. */
  public enum Kind {
    MISSING,
    NULL,
    FALSE,
    TRUE,
    NUMBER,
    TEXT,
    OBJECT,
    ARRAY
  }

  /** One key with its value; {@code rawKey} has its quotes. */
  public record Member(String rawKey, Json value) {
    /** The key's text. */
    public String key() {
      return Scan.unescape(rawKey);
    }
  }

  /**
   * What {@code text} begins with; an answer that is not JSON becomes its first word, or nothing. A
   * container keeps all the rest of the text.
   */
  public static Json parse(String text) {
    int at = Scan.skipSpace(text, 0);
    if (at == text.length()) {
      return MISSING;
    }
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      return new Json(c == '{' ? Kind.OBJECT : Kind.ARRAY, text.substring(at));
    }
    return scalar(text, at);
  }

  /** The value that begins at {@code at}, with nothing behind it. */
  static Json at(String text, int at) {
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      return new Json(
          c == '{' ? Kind.OBJECT : Kind.ARRAY, text.substring(at, Scan.endOfContainer(text, at)));
    }
    return scalar(text, at);
  }

  private static Json scalar(String text, int at) {
    char c = text.charAt(at);
    if (c == '"') {
      return new Json(Kind.TEXT, text.substring(at, Scan.endOfString(text, at)));
    }
    if (c == 't' || c == 'f' || (c == 'n' && !text.startsWith("na", at))) {
      Kind kind = c == 't' ? Kind.TRUE : c == 'f' ? Kind.FALSE : Kind.NULL;
      return new Json(kind, text.substring(at, Scan.endOfLetters(text, at)));
    }
    if ((c >= '0' && c <= '9') || "+-iIN".indexOf(c) >= 0 || c == 'n') {
      return new Json(Kind.NUMBER, text.substring(at, Scan.endOfNumber(text, at)));
    }
    return MISSING;
  }

  /** A text as JSON. */
  public static Json ofText(String text) {
    return new Json(Kind.TEXT, Scan.escape(text));
  }

  public boolean exists() {
    return kind != Kind.MISSING;
  }

  public boolean isContainer() {
    return kind == Kind.OBJECT || kind == Kind.ARRAY;
  }

  /** The text that a string holds; of anything else its raw text. */
  public String text() {
    return kind == Kind.TEXT ? Scan.unescape(raw) : raw;
  }

  /** The elements of an array; of anything else none. */
  public List<Json> elements() {
    var elements = new ArrayList<Json>();
    if (kind == Kind.ARRAY) {
      int at = Scan.nextValue(raw, 1);
      while (at < raw.length() && raw.charAt(at) != ']') {
        Json element = at(raw, at);
        if (element.raw.isEmpty()) {
          at++;
        } else {
          elements.add(element);
          at += element.raw.length();
        }
        at = Scan.nextValue(raw, at);
      }
    }
    return elements;
  }

  /** The members of an object in their order; of anything else none. */
  public List<Member> members() {
    var members = new ArrayList<Member>();
    if (kind == Kind.OBJECT) {
      int at = Scan.nextValue(raw, 1);
      while (at < raw.length() && raw.charAt(at) != '}') {
        if (raw.charAt(at) != '"') {
          at++;
          continue;
        }
        String key = raw.substring(at, Scan.endOfString(raw, at));
        at = Scan.nextValue(raw, at + key.length());
        if (at >= raw.length()) {
          break;
        }
        Json value = at(raw, at);
        if (value.raw.isEmpty()) {
          break;
        }
        members.add(new Member(key, value));
        at = Scan.nextValue(raw, at + value.raw.length());
      }
    }
    return members;
  }

  /** The value of the first member called {@code key}, or missing. */
  public Json get(String key) {
    for (Member member : members()) {
      if (member.key().equals(key)) {
        return member.value();
      }
    }
    return MISSING;
  }
}
