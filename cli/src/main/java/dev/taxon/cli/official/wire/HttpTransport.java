package dev.taxon.cli.official.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plain requests go through {@link HttpURLConnection}, which is ready in a few milliseconds; {@link
 * HttpClient} needs ten times as long to load. Only it can stream a long body and still read an
 * early refusal, so it sends those.
 */
public final class HttpTransport implements Transport {
  /** Longer bodies are streamed, in bytes. */
  private static final long STREAM_FROM = 8L << 20;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public Answer send(Request request) throws IOException {
    for (var header : request.headers().entrySet()) {
      check(header.getKey(), header.getValue());
    }
    return request.body().length() > STREAM_FROM ? stream(request) : plain(request);
  }

  private static Answer plain(Request request) throws IOException {
    // a POST whose connection breaks is retried by us, with the header that lets the server know
    System.setProperty("sun.net.http.retryPost", "false");
    var connection = (HttpURLConnection) request.uri().toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setReadTimeout((int) PATIENCE.toMillis());
    connection.setRequestMethod(request.method());
    request.headers().forEach(connection::setRequestProperty);
    if (request.body().length() > 0) {
      connection.setDoOutput(true);
      try (InputStream content = request.body().open();
          OutputStream out = connection.getOutputStream()) {
        content.transferTo(out);
      }
    }
    int status = connection.getResponseCode();
    byte[] body;
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      body = in == null ? new byte[0] : in.readAllBytes();
    }
    Map<String, List<String>> headers = new HashMap<>();
    connection
        .getHeaderFields()
        .forEach((name, values) -> {
          if (name != null) {
            headers.put(name, values);
          }
        });
    return Answer.of(request, status, headers, body);
  }

  private static Answer stream(Request request) throws IOException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var content = HttpRequest.BodyPublishers.ofInputStream(() -> open(request.body()));
      var http =
          HttpRequest.newBuilder(request.uri())
              .timeout(PATIENCE)
              .method(
                  request.method(),
                  HttpRequest.BodyPublishers.fromPublisher(content, request.body().length()));
      request.headers().forEach(http::header);
      HttpResponse<byte[]> answer =
          client.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
      return Answer.of(request, answer.statusCode(), answer.headers().map(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static InputStream open(Body body) {
    try {
      return body.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses what would break the request apart; its value may be a key, so it is not told. */
  private static void check(String name, String value) throws IOException {
    boolean nameFits =
        !name.isEmpty()
            && name.chars()
                .allMatch(c -> c > ' ' && c < 127 && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
    if (!nameFits) {
      throw new IOException("net/http: invalid header field name \"" + name + "\"");
    }
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 127))) {
      throw new IOException("net/http: invalid header field value for \"" + name + "\"");
    }
  }
}
