package dev.taxon.server.http.contract;

import com.networknt.schema.Schema;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the contract.
 *
 * @param id by which a handler is bound to it
 * @param method in upper case
 * @param path with parameters in braces
 * @param keyed whether an API key is asked for
 * @param body what a request carries
 * @param inputs schema of one object with the members path, query, header and body
 * @param inputsNode the same as a tree
 */
public record Operation(
    String id,
    String method,
    String path,
    boolean keyed,
    Body body,
    Schema inputs,
    JsonNode inputsNode) {

  /** What kind of body a request of an operation has. */
  public enum Body {
    NONE,
    JSON,
    MULTIPART,
    RAW
  }
}
