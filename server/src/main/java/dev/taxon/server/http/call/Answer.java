package dev.taxon.server.http.call;

import dev.taxon.server.http.shape.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What goes out for a call; written once. */
public interface Answer {
  void writeTo(HttpServletResponse response) throws IOException;

  static Whole json(int status, Object shape) {
    return new Whole(
        status, "application/json", new String(Json.bytes(shape), StandardCharsets.UTF_8));
  }

  /**
   * One that is all there, so that it can be given again.
   *
   * @param contentType null when there is no body
   */
  record Whole(int status, @Nullable String contentType, String body) implements Answer {
    @Override
    public void writeTo(HttpServletResponse response) throws IOException {
      if (contentType == null) {
        response.setStatus(status);
        // there is a default, but nothing has no type
        response.setContentType(null);
      } else {
        write(response, status, contentType, body.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static Answer text(String contentType, String text) {
    return bytes(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes that have a charset only where their type names one. */
  static Answer bytes(String contentType, byte[] bytes) {
    return response -> {
      response.setCharacterEncoding(null);
      write(response, 200, contentType, bytes);
    };
  }

  static Whole empty(int status) {
    return new Whole(status, null, "");
  }

  /** This answer with a further header. */
  default Answer with(String header, String value) {
    return response -> {
      response.setHeader(header, value);
      writeTo(response);
    };
  }

  private static void write(
      HttpServletResponse response, int status, String contentType, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(contentType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
