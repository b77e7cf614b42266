package dev.taxon.server.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.util.Promise;

/**
 * Requests to others. A name is resolved once for each connection, and the connection goes to one
 * of the addresses that were looked at; every request has a connection of its own, so none is
 * reused that was made for something else. Proxies of the environment, cookies, caches and
 * redirects that nobody checked play no part. Safe for use by many threads.
 */
public final class Outbound implements AutoCloseable {
  /** Names to addresses. */
  public interface Resolver {
    /** All addresses of a host; it may take long. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** As this machine is set up. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));
  }

  /** How long a name may take before it counts as unknown when a target is only looked at. */
  private static final Duration GLANCE = Duration.ofMillis(500);

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int MOST_REDIRECTS = 5;

  /** Where a message goes and how long it is cannot be said twice. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final AddressPolicy policy;
  private final Resolver resolver;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Wire verified;
  private final Wire unverified;

  public Outbound(AddressPolicy policy, Resolver resolver, Authorities authorities) {
    this.policy = policy;
    this.resolver = resolver;
    this.verified = new Wire(this::resolve, CONNECT, authorities);
    this.unverified = new Wire(this::resolve, CONNECT, null);
  }

  /**
   * Looks at a target without going there. A name that cannot be resolved now passes; it is looked
   * at again whenever it is gone to.
   *
   * @throws RefusedTarget when it is known that it may not be reached
   */
  public void check(Target target) {
    try {
      var addresses = target.address().map(List::of).orElse(null);
      policy.reachable(target.host(), addresses == null ? glance(target.host()) : addresses);
    } catch (UnknownHostException e) {
      // told when it is gone to
    }
  }

  private List<InetAddress> glance(String host) throws UnknownHostException {
    Future<List<InetAddress>> addresses = threads.submit(() -> resolver.resolve(host));
    try {
      return addresses.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    } catch (ExecutionException | TimeoutException e) {
      throw new UnknownHostException(host);
    }
  }

  /** Where every connection gets its address: what is not handed on here is not connected to. */
  private void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    threads.execute(() -> {
      try {
        var literal = new Target("http", host, port, "/").address().map(List::of);
        var addresses = literal.isPresent() ? literal.get() : resolver.resolve(host);
        promise.succeeded(
            policy.reachable(host, addresses).stream()
                .map(address -> new InetSocketAddress(called(host, address), port))
                .toList());
      } catch (UnknownHostException | RuntimeException e) {
        promise.failed(e);
      }
    });
  }

  /** The address under the name of the URL, which certificates are looked at for. */
  private static InetAddress called(String host, InetAddress address) {
    try {
      return InetAddress.getByAddress(host, address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address is 4 or 16 bytes long", e);
    }
  }

  /**
   * Sends a body and gives the status of the answer, whose own body nobody reads. Redirects are an
   * answer like any other.
   *
   * @param headers replace ours of the same name, but for those that frame a message
   * @param time for all of it
   * @throws Unreached when no answer came in time
   */
  public int post(Target target, Map<String, String> headers, byte[] body, Duration time)
      throws Unreached, InterruptedException {
    try (var answer = new InputStreamResponseListener()) {
      request(verified, target, "POST", headers)
          .body(new BytesRequestContent(body))
          .timeout(time.toMillis(), TimeUnit.MILLISECONDS)
          .send(answer);
      return answer.get(time.toMillis(), TimeUnit.MILLISECONDS).getStatus();
    } catch (ExecutionException | TimeoutException | IOException e) {
      throw Unreached.of(e, target, time);
    }
  }

  /**
   * How something is fetched.
   *
   * @param headers for the target's own origin alone, not for where it redirects to
   * @param verify whether certificates must be good
   * @param follow whether redirects are followed, at most five
   * @param time for all of it
   */
  public record Fetching(
      Map<String, String> headers, boolean verify, boolean follow, Duration time) {
    public Fetching {
      headers = Map.copyOf(headers);
    }
  }

  /** Takes what is fetched. */
  public interface Reader<T> {
    /**
     * Reads the body.
     *
     * @param disposition the header {@code Content-Disposition}, or empty
     * @param body throws {@link Unreached} when it breaks off
     */
    T read(Target from, String disposition, InputStream body) throws IOException;
  }

  /**
   * Fetches what a URL stands for.
   *
   * @throws Unreached when that fails, or the answer is not 200
   * @throws RefusedTarget when it, or where it redirects to, may not be reached
   * @throws IOException what the reader throws
   */
  public <T> T get(Target target, Fetching how, Reader<T> reader)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + how.time().toNanos();
    Target at = target;
    for (int redirects = 0; ; redirects++) {
      Duration left = Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
      try (var answer = new InputStreamResponseListener()) {
        Response response =
            head(answer, at, at.isSameOrigin(target) ? how.headers() : Map.of(), how, left);
        if (!how.follow() || !isRedirect(response.getStatus())) {
          return body(response, answer, at, how.time(), reader);
        }
        if (redirects == MOST_REDIRECTS) {
          throw new Unreached("it redirects more than " + MOST_REDIRECTS + " times", null);
        }
        at = next(at, String.valueOf(response.getHeaders().get("Location")));
      }
    }
  }

  private Response head(
      InputStreamResponseListener answer,
      Target at,
      Map<String, String> headers,
      Fetching how,
      Duration left)
      throws Unreached, InterruptedException {
    try {
      request(how.verify() ? verified : unverified, at, "GET", headers)
          .timeout(left.toMillis(), TimeUnit.MILLISECONDS)
          .send(answer);
      return answer.get(left.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw Unreached.of(e, at, how.time());
    }
  }

  private static <T> T body(
      Response response,
      InputStreamResponseListener answer,
      Target at,
      Duration time,
      Reader<T> reader)
      throws IOException {
    if (response.getStatus() != 200) {
      throw new Unreached("the server answered " + response.getStatus(), null);
    }
    String coding = response.getHeaders().get("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new Unreached("the server packed its answer as " + coding + " unasked", null);
    }
    String disposition = response.getHeaders().get("Content-Disposition");
    try (var stream = new ToldStream(answer.getInputStream(), at, time)) {
      return reader.read(at, disposition == null ? "" : disposition, stream);
    }
  }

  private static Target next(Target at, String location) throws Unreached {
    Target next = at.redirect(location);
    if (at.scheme().equals("https") && next.scheme().equals("http")) {
      throw new Unreached("it redirects from https to http", null);
    }
    return next;
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static Request request(
      Wire wire, Target target, String method, Map<String, String> headers) throws Unreached {
    return wire.client()
        .newRequest(target.host(), target.port())
        .scheme(target.scheme())
        .method(method)
        .path(target.path())
        .followRedirects(false)
        .headers(fields -> {
          fields.put("Accept", "*/*");
          fields.put("Accept-Encoding", "identity");
          headers.forEach((name, value) -> {
            if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
              fields.put(name, value);
            }
          });
          fields.put("Connection", "close");
        });
  }

  /** Breaks off what is still on its way. */
  @Override
  public void close() {
    verified.close();
    unverified.close();
    threads.shutdownNow();
  }
}
