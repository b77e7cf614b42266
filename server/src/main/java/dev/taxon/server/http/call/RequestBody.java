package dev.taxon.server.http.call;

import dev.taxon.server.http.upload.BrokenBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request's bytes, whose end by accident is told from their end. */
final class RequestBody extends InputStream {
  private final HttpServletRequest request;
  private @Nullable InputStream bytes;
  private boolean ended;
  private final Bodies bodies;
  private long begunAt;
  private long total;
  private boolean dropping;

  RequestBody(HttpServletRequest request, Bodies bodies) {
    this.request = request;
    this.bodies = bodies;
  }

  /**
   * All of it.
   *
   * @throws HttpRefusal when it is longer than the limit
   */
  ByteBuffer readAll(int limit) throws IOException {
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    byte[] all = readNBytes(limit + 1);
    if (all.length > limit) {
      throw tooLarge(limit);
    }
    return ByteBuffer.wrap(all).asReadOnlyBuffer();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    try {
      if (bytes == null) {
        bytes = request.getInputStream();
        begunAt = System.nanoTime();
      }
      int n = bytes.read(buffer, offset, length);
      ended = n < 0;
      total += Math.max(n, 0);
      if (!dropping) {
        refuseTooMuch();
        refuseTooSlow();
      }
      return n;
    } catch (IOException e) {
      ended = true;
      throw new BrokenBody("The body broke off before its end", e);
    }
  }

  /** From here on bytes are read only to be dropped; no more is said about them. */
  void drop() {
    dropping = true;
  }

  /** A form may bring more than its file; what nobody wants is not read for ever. */
  private void refuseTooMuch() {
    if (total > bodies.most()) {
      throw new HttpRefusal(413, "Body too large: the limit is " + bodies.most() + " bytes");
    }
  }

  private void refuseTooSlow() {
    if (!ended && bodies.isTooSlow(total, Duration.ofNanos(System.nanoTime() - begunAt))) {
      ended = true;
      throw new HttpRefusal(
          408,
          "The body came too slowly: the least is " + Bodies.LEAST_PER_SECOND + " bytes a second",
          Map.of("Connection", "close"));
    }
  }

  /** Whether there may be bytes that nobody read. */
  boolean hasRest() {
    return !ended
        && (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null)
        // a client that asks first and was not told to go on sends nothing
        && (bytes != null || request.getHeader("Expect") == null);
  }

  private static HttpRefusal tooLarge(int limit) {
    return new HttpRefusal(413, "Body too large: the limit is " + limit + " bytes");
  }
}
