package dev.taxon.cli.official.request;

import dev.taxon.cli.official.value.Value;
import dev.taxon.cli.official.wire.Body;
import java.net.URI;
import java.util.Optional;

/**
 * What a command sends, before keys and headers.
 *
 * @param path the path from the server's root, ids escaped
 * @param query what goes into the query
 * @param body what it carries
 * @param contentType of the body, if there is one
 */
public record RequestPlan(
    String path, Value.Fields query, Body body, Optional<String> contentType) {

  /** The address on the server at {@code base}, which may have a path of its own. */
  public URI at(String base) throws RequestProblem {
    return at(base, query);
  }

  /** The address of the list's page behind {@code token}. */
  public URI at(String base, String token) throws RequestProblem {
    return at(base, query.with("page_token", new Value.Text(token)));
  }

  private URI at(String base, Value.Fields fields) throws RequestProblem {
    var text = new Query();
    fields.fields().forEach(text::add);
    String url =
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path + text.text();
    try {
      if (URI.create(base).getRawAuthority() != null) {
        return URI.create(url);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new RequestProblem("\"" + base + "\" is not the address of a server");
  }
}
