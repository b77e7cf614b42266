package dev.taxon.server.http;

import dev.taxon.server.http.call.Endpoint;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/** How Jetty reads requests: ids, proxies, odd paths, sizes. */
final class Wiring {
  static final String REQUEST_ID = "X-Request-Id";
  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final UriCompliance ODD_PATHS =
      UriCompliance.DEFAULT.with(
          "taxon",
          Violation.AMBIGUOUS_EMPTY_SEGMENT,
          Violation.AMBIGUOUS_PATH_ENCODING,
          Violation.AMBIGUOUS_PATH_PARAMETER,
          Violation.AMBIGUOUS_PATH_SEGMENT,
          Violation.AMBIGUOUS_PATH_SEPARATOR);
  private static final int HEADER_BYTES = 16 << 10;

  private Wiring() {}

  static void configure(HttpConfiguration http, HttpSettings settings) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    // ids arrive percent-encoded; the contract, not Jetty, says what is wrong with them
    http.setUriCompliance(ODD_PATHS);
    http.addCustomizer(forwarded(settings.trustedProxies()));
    http.addCustomizer(Wiring::identify);
    http.addCustomizer((request, responseHeaders) -> withoutOverride(request));
  }

  /** Gives a request its id: the client's own where that is fit for a log, else a new one. */
  private static Request identify(Request request, HttpFields.Mutable responseHeaders) {
    String sent = request.getHeaders().get(REQUEST_ID);
    String id =
        sent != null && SANE_ID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    request.setAttribute(Endpoint.REQUEST_ID, id);
    responseHeaders.put(REQUEST_ID, id);
    return request;
  }

  /** A method is what the request line says: Javalin would believe this header instead. */
  private static Request withoutOverride(Request request) {
    if (!request.getHeaders().contains(METHOD_OVERRIDE)) {
      return request;
    }
    HttpFields others =
        HttpFields.build(request.getHeaders()).remove(METHOD_OVERRIDE).asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return others;
      }
    };
  }

  private static HttpConfiguration.Customizer forwarded(List<String> trustedProxies) {
    var trusted = new InetAddressSet();
    trusted.addAll(trustedProxies);
    var believe = new ForwardedRequestCustomizer();
    return (request, responseHeaders) ->
        request.getConnectionMetaData().getRemoteSocketAddress()
                    instanceof java.net.InetSocketAddress peer
                && trusted.test(peer.getAddress())
            ? believe.customize(request, responseHeaders)
            : request;
  }
}
