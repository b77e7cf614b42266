package dev.taxon.server.http.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header value with parameters, as {@code Content-Disposition} and {@code Content-Type} are.
 * Reads what clients really send: names in raw UTF-8, backslashes of Windows paths that escape
 * nothing, and RFC 5987 names, which win.
 *
 * @param value before the first semicolon, lower case
 * @param parameters by lower-case name
 */
record Disposition(String value, Map<String, String> parameters) {
  Disposition {
    parameters = Map.copyOf(parameters);
  }

  static Disposition parse(String header) {
    int semicolon = header.indexOf(';');
    String value = semicolon < 0 ? header : header.substring(0, semicolon);
    var parameters = new HashMap<String, String>();
    int at = semicolon < 0 ? header.length() : semicolon;
    while (at < header.length()) {
      int equals = header.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
      int start = equals + 1;
      while (start < header.length() && Character.isWhitespace(header.charAt(start))) {
        start++;
      }
      if (start < header.length() && header.charAt(start) == '"') {
        var text = new StringBuilder();
        at = unquote(header, start + 1, text);
        parameters.putIfAbsent(name, text.toString());
        at = next(header, at);
      } else {
        at = next(header, start);
        parameters.putIfAbsent(name, header.substring(start, at).strip());
      }
    }
    return new Disposition(value.strip().toLowerCase(Locale.ROOT), parameters);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The file name as the client meant it; empty when it named none. */
  Optional<String> fileName() {
    return parameter("filename*").flatMap(Disposition::decode).or(() -> parameter("filename"));
  }

  private static int next(String header, int from) {
    int semicolon = header.indexOf(';', from);
    return semicolon < 0 ? header.length() : semicolon;
  }

  /** Copies up to the closing quote and returns the place behind it. */
  private static int unquote(String header, int from, StringBuilder text) {
    int at = from;
    while (at < header.length() && header.charAt(at) != '"') {
      char c = header.charAt(at);
      if (c == '\\' && at + 1 < header.length()) {
        char escaped = header.charAt(at + 1);
        if (escaped == '\\' || (escaped == '"' && closesLater(header, at + 2))) {
          c = escaped;
          at++;
        }
      }
      text.append(c);
      at++;
    }
    return Math.min(at + 1, header.length());
  }

  private static boolean closesLater(String header, int from) {
    return header.indexOf('"', from) >= 0;
  }

  /** RFC 5987: charset, language, percent-encoded bytes. */
  private static Optional<String> decode(String extended) {
    String[] pieces = extended.split("'", 3);
    if (pieces.length < 3) {
      return Optional.empty();
    }
    var bytes = new ByteArrayOutputStream();
    String text = pieces[2];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        bytes.write(c);
      } else if (i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
        bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(bytes.toString(Charset.forName(pieces[0].strip())));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0;
  }
}
