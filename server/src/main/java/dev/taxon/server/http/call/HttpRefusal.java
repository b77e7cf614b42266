package dev.taxon.server.http.call;

import java.util.Map;

/** A refusal that only the wire knows; the message is one sentence for the client. */
public final class HttpRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final Map<String, String> headers;

  public HttpRefusal(int status, String sentence, Map<String, String> headers) {
    super(sentence, null, false, false);
    this.status = status;
    this.headers = Map.copyOf(headers);
  }

  public HttpRefusal(int status, String sentence) {
    this(status, sentence, Map.of());
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }
}
