package dev.taxon.cli.serve;

import dev.taxon.server.Server;
import dev.taxon.server.Settings;

/** Puts the service together and starts it. */
public interface Starter {
  /**
   * Starts it.
   *
   * @return a service that answers already
   */
  Server start(Settings settings);
}
