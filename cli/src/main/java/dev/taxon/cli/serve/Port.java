package dev.taxon.cli.serve;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.server.Settings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port that the service is to listen on. */
final class Port {
  private Port() {}

  /** Finds out that another program has it before anything is made or changed. */
  static void refuseTaken(Settings settings) {
    if (settings.port() == 0) {
      return;
    }
    try (var probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (BindException e) {
      throw new Failure(
          Exit.FAILED,
          "Taxon cannot listen on "
              + settings.host()
              + " port "
              + settings.port()
              + ", probably because another program does",
          null,
          "--port 9000 (or TAXON_PORT) takes another one, --port 0 any that is free");
    } catch (IOException e) {
      // the service itself finds out and says more
    }
  }
}
