package dev.taxon.cli.clients;

import dev.taxon.engine.LexicalClassifier;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import dev.taxon.server.Configuration;
import dev.taxon.server.Server;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The whole service on a free port, as {@code taxon serve} puts it together; it may tell webhooks
 * of this machine.
 */
record StartedServer(Server server, String key) implements AutoCloseable {
  static StartedServer on(Path data) {
    String key = "a-key-for-other-peoples-clients";
    Map<String, String> environment =
        Map.of(
            "TAXON_DATA",
            data.toString(),
            "TAXON_PORT",
            "0",
            "TAXON_API_KEY",
            key,
            "TAXON_OUTBOUND_ALLOW",
            "loopback");
    Configuration configuration = Configuration.read(Map.of(), environment, data, Set.of());
    return new StartedServer(
        Server.start(
            configuration.settings(),
            new FileReader(ReaderSettings.DEFAULT),
            new LexicalClassifier()),
        key);
  }

  /** What tells official clients where it is. */
  Map<String, String> environment() {
    return Map.of("LLAMA_CLOUD_BASE_URL", server.baseUrl().toString(), "LLAMA_CLOUD_API_KEY", key);
  }

  @Override
  public void close() {
    server.close();
  }
}
