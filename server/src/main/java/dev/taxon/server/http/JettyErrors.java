package dev.taxon.server.http;

import dev.taxon.server.http.call.Endpoint;
import dev.taxon.server.http.shape.ErrorShape;
import dev.taxon.server.http.shape.Json;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors that Jetty finds before any operation is reached, in the shape of all others. */
final class JettyErrors extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String id = response.getHeaders().get(Wiring.REQUEST_ID);
    if (id == null) {
      id =
          request.getAttribute(Endpoint.REQUEST_ID) instanceof String given
              ? given
              : UUID.randomUUID().toString();
      response.getHeaders().put(Wiring.REQUEST_ID, id);
    }
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    boolean ours = status >= 500;
    String sentence = ours || message == null ? HttpStatus.getMessage(status) : message;
    byte[] body = Json.bytes(new ErrorShape(sentence, ours ? id : null));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
