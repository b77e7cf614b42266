package dev.taxon.server.http.call;

import dev.taxon.server.access.Refused;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.server.http.contract.Request;
import dev.taxon.server.http.contract.RequestReader;
import dev.taxon.store.ApiKey;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * An operation at its route. Checks in this order: key; path, query, headers and body; then the
 * action looks for the project and what is in it.
 */
public final class Endpoint implements Handler {
  /** Request attribute with the id of the operation that was reached. */
  public static final String OPERATION = "dev.taxon.operation";

  /** Request attribute with the id of the request. */
  public static final String REQUEST_ID = "dev.taxon.request";

  /** Name of the request id in the logging context. */
  public static final String LOGGED_REQUEST_ID = "request_id";

  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  private final Operation operation;
  private final Action action;
  private final Gate gate;
  private final RequestReader reader;
  private final Repeats repeats;
  private final Bodies bodies;

  public Endpoint(
      Operation operation,
      Action action,
      Gate gate,
      RequestReader reader,
      Repeats repeats,
      Bodies bodies) {
    this.operation = operation;
    this.action = action;
    this.gate = gate;
    this.reader = reader;
    this.repeats = repeats;
    this.bodies = bodies;
  }

  @Override
  public void handle(Context context) throws IOException {
    context.req().setAttribute(OPERATION, operation.id());
    String requestId = requestId(context);
    var body = new RequestBody(context.req(), bodies);
    try (var _ = MDC.putCloseable(LOGGED_REQUEST_ID, requestId)) {
      Answer answer;
      try {
        answer = answer(context, body);
      } catch (IOException | RuntimeException e) {
        answer = Errors.answer(e, requestId);
      }
      answer.writeTo(context.res());
      if (body.hasRest()) {
        Drain.rest(context.req(), body, context.res());
      }
    } catch (EofException e) {
      LOG.debug("the client of {} went away", requestId);
    }
  }

  /** The id under which a request is logged. */
  public static String requestId(Context context) {
    return String.valueOf(context.req().getAttribute(REQUEST_ID));
  }

  private Answer answer(Context context, RequestBody body) throws IOException {
    @Nullable ApiKey key =
        operation.keyed() ? gate.enter(context.header("Authorization"), operation) : null;
    ByteBuffer json =
        operation.body() == Operation.Body.JSON
            ? body.readAll(bodies.maxJsonBytes())
            : ByteBuffer.allocate(0);
    var request =
        new Request(
            context.pathParamMap(),
            QueryString.parse(context.queryString()),
            headers(context),
            // as sent: the parsed form refuses charsets that it does not know
            context.header("Content-Type"),
            json.duplicate());
    Inputs inputs;
    try {
      inputs = reader.read(operation, request);
    } catch (InvalidRequest e) {
      return earlier(context, request, key, body).orElseThrow(() -> e);
    }
    return repeats.answer(new Call(operation, context.req(), key, inputs, json, body), action);
  }

  /** The answer to a request that is not good, but carries the name of one that was. */
  private Optional<Answer> earlier(
      Context context, Request request, @Nullable ApiKey key, RequestBody body) {
    if (!(action instanceof NamedAction named)) {
      return Optional.empty();
    }
    try {
      return reader
          .nameAlone(request, named.member())
          .flatMap(alone ->
              named
                  .earlier()
                  .apply(
                      new Call(
                          operation,
                          context.req(),
                          key,
                          reader.read(operation, alone),
                          alone.body(),
                          body)));
    } catch (InvalidRequest | Refused more) {
      // it has worse than its body, and hears of all of it
      return Optional.empty();
    }
  }

  private Map<String, String> headers(Context context) {
    var headers = new HashMap<String, String>();
    operation
        .inputsNode()
        .at("/properties/header/properties")
        .propertyNames()
        .forEach(name -> {
          String value = context.header(name);
          if (value != null) {
            headers.put(name, value);
          }
        });
    return headers;
  }
}
