package dev.taxon.cli.serve;

import dev.taxon.server.Configuration;
import dev.taxon.server.Server;

/** Puts the service together and starts it. */
public interface Starter {
  /**
   * Starts it.
   *
   * @return a service that answers already
   */
  Server start(Configuration configuration);
}
