package dev.taxon.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.taxon.server.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboundTest {
  private static final byte[] BODY = {1};
  private static final Duration TIME = Duration.ofSeconds(10);
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Target at(String host) {
    return Target.of("http://" + host + ":" + server.getAddress().getPort() + "/");
  }

  private static Outbound outbound(String allow, Outbound.Resolver resolver) {
    return new Outbound(
        AddressPolicy.allowing(allow.isEmpty() ? List.of() : List.of(allow)),
        resolver,
        Authorities.OF_JAVA);
  }

  private static List<InetAddress> loopback() {
    return List.of(InetAddress.getLoopbackAddress());
  }

  @Test
  void goesToTheAddressThatWasLookedAt() throws Exception {
    var asked = new AtomicInteger();
    try (var outbound =
        outbound(
            "loopback",
            host -> {
              asked.incrementAndGet();
              return loopback();
            })) {
      assertThat(outbound.post(at("hooks.example"), Map.of(), BODY, TIME)).isEqualTo(200);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void overTlsTheNameIsShownAndCheckedThoughTheAddressIsConnectedTo(@TempDir Path folder)
      throws Exception {
    var certificates = new Certificates(folder, "An authority");
    var shown = new AtomicReference<List<SNIServerName>>();
    var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(certificates.server("hooks.example")));
    secure.createContext(
        "/",
        exchange -> {
          var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          shown.set(session.getRequestedServerNames());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    secure.start();
    try (var outbound =
        new Outbound(
            AddressPolicy.allowing(List.of("loopback")),
            // an address that knows no name, and one that believes it has another
            host ->
                List.of(
                    InetAddress.getByAddress(
                        host.equals("hooks.example") ? null : "hooks.example",
                        new byte[] {127, 0, 0, 1})),
            Authorities.with(certificates.authority()))) {
      int port = secure.getAddress().getPort();
      Target hooks = Target.of("https://hooks.example:" + port + "/");
      Target other = Target.of("https://other.example:" + port + "/");

      assertThat(outbound.post(hooks, Map.of(), BODY, TIME)).isEqualTo(204);
      assertThat(shown.get()).containsExactly(new SNIHostName("hooks.example"));
      assertThatThrownBy(() -> outbound.post(other, Map.of(), BODY, TIME))
          .isInstanceOf(Unreached.class)
          .hasMessage("the certificate that other.example shows is not made out for that name");
    } finally {
      secure.stop(0);
    }
  }

  @Test
  void aNameThatMovedIntoThisMachineIsNotFollowed() {
    var asked = new AtomicInteger();
    // public when it is looked at, this machine when it is gone to
    Outbound.Resolver rebinding =
        host ->
            asked.getAndIncrement() == 0 ? List.of(InetAddress.ofLiteral("8.8.8.8")) : loopback();
    try (var outbound = outbound("", rebinding)) {
      outbound.check(at("hooks.example"));
      assertThatThrownBy(() -> outbound.post(at("hooks.example"), Map.of(), BODY, TIME))
          .isInstanceOf(Unreached.class)
          .hasMessageContaining("TAXON_OUTBOUND_ALLOW");
      assertThat(requests).hasValue(0);
    }
  }

  @Test
  void whatIsKnownToBeOutOfReachIsRefusedBeforehand() {
    try (var outbound = outbound("", host -> loopback())) {
      for (String host : List.of("127.0.0.1", "[::1]", "inside.example")) {
        assertThatThrownBy(() -> outbound.check(at(host)))
            .as(host)
            .isInstanceOf(RefusedTarget.class)
            .hasMessageContaining("TAXON_OUTBOUND_ALLOW");
      }
    }
  }

  @Test
  void aNameThatNobodyKnowsNowMayBeKnownLater() {
    Outbound.Resolver none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (var outbound = outbound("", none)) {
      outbound.check(at("nowhere.example"));
      assertThatThrownBy(() -> outbound.post(at("nowhere.example"), Map.of(), BODY, TIME))
          .isInstanceOf(Unreached.class)
          .hasMessage("the name nowhere.example is not known");
    }
  }
}
