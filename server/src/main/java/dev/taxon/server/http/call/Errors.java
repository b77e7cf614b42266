package dev.taxon.server.http.call;

import dev.taxon.server.access.Refused;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.shape.ErrorShape;
import dev.taxon.server.http.upload.BrokenBody;
import dev.taxon.store.DiskFull;
import dev.taxon.store.QuotaReached;
import dev.taxon.store.StorageFull;
import dev.taxon.store.StoreUnavailable;
import dev.taxon.store.TooLarge;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How each thing that can go wrong looks on the wire. */
public final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  /**
   * The answer for a failure. What is the server's own fault is logged and told without details.
   *
   * @param requestId under which the log has it
   */
  public static Answer answer(Throwable failure, String requestId) {
    return switch (failure) {
      case InvalidRequest e -> Answer.json(422, new ErrorShape.Invalid(e.problems()));
      case Refused e ->
          switch (e.reason()) {
            case UNKNOWN -> sentence(404, e.getMessage());
            case IMPOSSIBLE -> sentence(400, e.getMessage());
            case BUSY -> sentence(503, e.getMessage()).with("Retry-After", "2");
          };
      // only a person can make room
      case QuotaReached e ->
          sentence(429, e.getMessage()).with("Retry-After", "60").with("X-Should-Retry", "false");
      case HttpRefusal e -> {
        Answer answer = sentence(e.status(), e.getMessage());
        for (var header : e.headers().entrySet()) {
          answer = answer.with(header.getKey(), header.getValue());
        }
        yield answer;
      }
      case TooLarge e -> sentence(413, "File too large: the limit is " + e.limit() + " bytes");
      case BrokenBody e -> sentence(400, e.getMessage());
      case DiskFull e -> full(e);
      case StorageFull e -> full(e);
      case StoreUnavailable e -> {
        LOG.error("{}", e.getMessage());
        yield unavailable();
      }
      case HttpResponseException e when e.getStatus() == 404 -> sentence(404, "Not Found");
      case HttpResponseException e when e.getStatus() < 500 ->
          sentence(e.getStatus(), e.getMessage());
      default -> {
        LOG.error("a request failed", failure);
        yield fault(requestId);
      }
    };
  }

  /** A retry would not help until someone makes room. */
  private static Answer full(Exception e) {
    LOG.error("{}", e.getMessage());
    return sentence(507, "The server has no room left to store this")
        .with("x-should-retry", "false");
  }

  /**
   * Answers a failure that no endpoint saw, such as a route that is not there.
   *
   * @throws IOException when nobody is left to tell
   */
  public static void send(Throwable failure, Context context) throws IOException {
    if (context.res().isCommitted()) {
      LOG.warn("an answer broke off", failure);
      return;
    }
    answer(failure, Endpoint.requestId(context)).writeTo(context.res());
    var body = new RequestBody(context.req(), Bodies.DROPPED);
    if (body.hasRest()) {
      Drain.rest(context.req(), body, context.res());
    }
  }

  /** An error of one sentence. */
  public static Answer sentence(int status, @Nullable String sentence) {
    return Answer.json(status, new ErrorShape(String.valueOf(sentence), null));
  }

  /** For now. */
  public static Answer unavailable() {
    return sentence(503, "Service Unavailable").with("Retry-After", "1");
  }

  private static Answer fault(String requestId) {
    return Answer.json(500, new ErrorShape("Internal Server Error", requestId));
  }
}
