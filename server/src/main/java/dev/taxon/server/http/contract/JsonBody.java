package dev.taxon.server.http.contract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON text to a tree, or a problem that says where it breaks off. */
final class JsonBody {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonBody() {}

  /**
   * Reads UTF-8, with or without a byte order mark.
   *
   * @throws InvalidRequest {@code json_invalid} with the offset, in characters
   */
  static JsonNode read(ByteBuffer bytes) {
    String text = decode(bytes);
    try {
      JsonNode read = MAPPER.readTree(text);
      if (read.isMissingNode()) {
        throw invalid(text.length(), "The text ends too early");
      }
      return read;
    } catch (StreamConstraintsException e) {
      throw invalid(
          offset(e, text.length()), "The JSON is nested too deep or holds too long a number");
    } catch (JacksonException e) {
      int offset = offset(e, text.length());
      throw invalid(
          offset,
          offset >= text.length() ? "The text ends too early" : "No JSON goes on like this");
    }
  }

  private static String decode(ByteBuffer bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    if (decoder.decode(bytes, text, true).isError()) {
      throw invalid(text.position(), "The text is not UTF-8");
    }
    text.flip();
    return text.length() > 0 && text.charAt(0) == '\uFEFF'
        ? text.subSequence(1, text.length()).toString()
        : text.toString();
  }

  private static int offset(JacksonException e, int end) {
    TokenStreamLocation location = e.getLocation();
    long offset = location == null ? end : location.getCharOffset();
    return (int) Math.clamp(offset, 0L, end);
  }

  private static InvalidRequest invalid(int offset, String why) {
    return new InvalidRequest(
        new Problem(
            "json_invalid",
            List.of("body", offset),
            "JSON decode error",
            JsonNodeFactory.instance.objectNode(),
            Map.of("error", why)));
  }
}
