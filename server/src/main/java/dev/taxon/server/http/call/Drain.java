package dev.taxon.server.http.call;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * Reads and drops what a client still sends after it got its answer. A connection closed under its
 * feet would cost many clients the answer. One that sent all of it finds its connection as it was.
 */
final class Drain {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private Drain() {}

  /** Sends the answer off, then reads for up to 5 seconds. */
  static void rest(HttpServletRequest request, RequestBody body, HttpServletResponse response)
      throws IOException {
    body.drop();
    response.flushBuffer();
    EndPoint connection =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    long usual = connection.getIdleTimeout();
    connection.setIdleTimeout(SILENCE.toMillis());
    long end = System.nanoTime() + LONGEST.toNanos();
    var dropped = new byte[64 << 10];
    try {
      while (System.nanoTime() - end < 0) {
        if (body.read(dropped) < 0) {
          connection.setIdleTimeout(usual);
          return;
        }
      }
    } catch (IOException e) {
      // the client went away, which is as good
    }
  }
}
