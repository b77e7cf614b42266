package dev.taxon.server.http;

import org.jspecify.annotations.Nullable;

/** What the wire shows of the server's own state, and where it reports what it served. */
public interface Operations {

  /**
   * One answer to a health question.
   *
   * @param detail what is wrong, in one sentence without secrets; null when nothing is
   */
  record Health(boolean ok, @Nullable String detail) {
    public static final Health OK = new Health(true, null);

    public static Health failing(String detail) {
      return new Health(false, detail);
    }
  }

  /** Whether the process works at all. */
  Health live();

  /** Whether requests can be served now. */
  Health ready();

  /** Prometheus text. */
  String metrics();

  /**
   * A request was answered. Called on its thread, with {@code request_id} in the logging context;
   * must be quick and must not throw.
   *
   * @param operationId of {@code openapi.yaml}, or {@code none} when no operation was reached
   * @param nanos from its first byte to the end of the answer
   */
  void observed(String operationId, int status, long nanos);
}
