package dev.taxon.cli.official;

import dev.taxon.cli.official.json.Json;
import dev.taxon.cli.official.output.Printer;
import java.io.IOException;
import java.util.Iterator;

/** The items of a list, fetched page by page until there is no next token or a page is empty. */
final class Pages implements Printer.Items {
  /** Fetches the page behind a token; the empty token is the first page. */
  interface Fetch {
    Json page(String token) throws IOException;
  }

  private final Fetch fetch;
  private Iterator<Json> items;
  private String token;

  /** Fetches the first page at once. */
  Pages(Fetch fetch) throws IOException {
    this.fetch = fetch;
    Json first = fetch.page("");
    this.items = first.get("items").elements().iterator();
    this.token = items.hasNext() ? token(first) : "";
  }

  @Override
  public Json next() throws IOException {
    if (!items.hasNext() && !token.isEmpty()) {
      Json page = fetch.page(token);
      items = page.get("items").elements().iterator();
      token = items.hasNext() ? token(page) : "";
    }
    return items.hasNext() ? items.next() : Json.MISSING;
  }

  private static String token(Json page) {
    Json next = page.get("next_page_token");
    return next.kind() == Json.Kind.TEXT ? next.text() : "";
  }
}
