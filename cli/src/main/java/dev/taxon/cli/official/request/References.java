package dev.taxon.cli.official.request;

import dev.taxon.cli.official.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts files in the place of {@code @path}: as text when it is text, otherwise in base 64;
 * {@code @file://} and {@code @data://} choose.
 */
final class References {
  private static final String AS_TEXT = "@file://";
  private static final String AS_DATA = "@data://";

  private final Desk desk;

  References(Desk desk) {
    this.desk = desk;
  }

  /** {@code value} with every reference in it replaced. */
  Value resolve(Value value) throws RequestProblem {
    return switch (value) {
      case Value.Text text -> new Value.Text(text(text.text()));
      case Value.Items items -> {
        var resolved = new ArrayList<Value>();
        for (Value item : items.items()) {
          resolved.add(resolve(item));
        }
        yield new Value.Items(resolved);
      }
      case Value.Fields fields -> {
        var resolved = new TreeMap<String, Value>();
        for (var field : fields.fields().entrySet()) {
          resolved.put(field.getKey(), resolve(field.getValue()));
        }
        yield new Value.Fields(resolved);
      }
      default -> value;
    };
  }

  private String text(String text) throws RequestProblem {
    if (text.startsWith("\\@")) {
      return text.substring(1);
    }
    if (!text.startsWith("@")) {
      return text;
    }
    if (text.startsWith(AS_DATA)) {
      return base64(desk.bytes(text.substring(AS_DATA.length())));
    }
    if (text.startsWith(AS_TEXT)) {
      return new String(desk.bytes(text.substring(AS_TEXT.length())), StandardCharsets.UTF_8);
    }
    byte[] bytes;
    try {
      bytes = desk.bytes(text.substring(1));
    } catch (RequestProblem e) {
      if (looksLikePath(text)) {
        throw e;
      }
      return text;
    }
    return Sniff.isText(bytes) ? asUtf8(bytes).orElseGet(() -> base64(bytes)) : base64(bytes);
  }

  /** The path in {@code @path}, in whichever form, if {@code value} is one. */
  static Optional<String> path(Value value) {
    if (!(value instanceof Value.Text text) || !text.text().startsWith("@")) {
      return Optional.empty();
    }
    String path = text.text();
    int prefix = path.startsWith(AS_DATA) || path.startsWith(AS_TEXT) ? AS_DATA.length() : 1;
    return Optional.of(path.substring(prefix));
  }

  /** Whether {@code @name} can only mean a file. */
  static boolean looksLikePath(String reference) {
    return reference.indexOf('.') >= 0 || reference.indexOf('/') >= 0;
  }

  private static Optional<String> asUtf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
