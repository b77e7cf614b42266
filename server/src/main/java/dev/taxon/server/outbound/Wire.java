package dev.taxon.server.outbound;

import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty's client, started when it is first needed: most servers never reach out. */
final class Wire implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int HEADER_BYTES = 16 << 10;
  private static final Duration FORGET = Duration.ofMinutes(1);

  private final SocketAddressResolver resolver;
  private final Duration connect;
  private final @Nullable Authorities authorities;
  private @Nullable HttpClient client;
  private boolean isClosed;

  /**
   * A client that is not started yet.
   *
   * @param resolver where every address comes from
   * @param authorities who must vouch for certificates; null when they are not looked at
   */
  Wire(SocketAddressResolver resolver, Duration connect, @Nullable Authorities authorities) {
    this.resolver = resolver;
    this.connect = connect;
    this.authorities = authorities;
  }

  synchronized HttpClient client() throws Unreached {
    if (isClosed) {
      throw new Unreached("this server is stopping", null);
    }
    if (client == null) {
      var started = made();
      try {
        started.start();
      } catch (Exception e) {
        throw new Unreached("this server cannot reach out: " + e.getMessage(), e);
      }
      client = started;
    }
    return client;
  }

  private HttpClient made() {
    var threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("outbound");
    threads.setDaemon(true);
    var connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setExecutor(threads);
    var tls = new SslContextFactory.Client(authorities == null);
    if (authorities != null) {
      tls.setTrustStore(authorities.trusted());
    }
    connector.setSslContextFactory(tls);
    var made = new HttpClient(new HttpClientTransportOverHTTP(connector));
    made.setExecutor(threads);
    made.setSocketAddressResolver(resolver);
    made.setConnectTimeout(connect.toMillis());
    made.setFollowRedirects(false);
    made.setHttpCookieStore(new HttpCookieStore.Empty());
    made.setUserAgentField(null);
    made.setMaxResponseHeadersSize(HEADER_BYTES);
    made.setDestinationIdleTimeout(FORGET.toMillis());
    made.getContentDecoderFactories().clear();
    return made;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    if (client != null) {
      try {
        client.stop();
      } catch (Exception e) {
        throw new IllegalStateException("The client did not stop.", e);
      }
    }
  }
}
