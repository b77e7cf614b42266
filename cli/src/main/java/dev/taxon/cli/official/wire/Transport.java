package dev.taxon.cli.official.wire;

import java.io.IOException;

/** Sends one request once. */
public interface Transport {
  /**
   * The answer, whatever its status; redirects are not followed.
   *
   * @throws IOException if there is none
   */
  Answer send(Request request) throws IOException;
}
