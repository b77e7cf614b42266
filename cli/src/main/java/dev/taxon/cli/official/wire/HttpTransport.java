package dev.taxon.cli.official.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
      try (OutputStream out = connection.getOutputStream()) {
        request.body().writeTo(out);
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
    Path spool = Files.createTempFile("taxon-upload", ".tmp");
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      try (OutputStream out = Files.newOutputStream(spool)) {
        request.body().writeTo(out);
      }
      var http =
          HttpRequest.newBuilder(request.uri())
              .timeout(PATIENCE)
              .method(request.method(), HttpRequest.BodyPublishers.ofFile(spool));
      request.headers().forEach(http::header);
      HttpResponse<byte[]> answer =
          client.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
      return Answer.of(request, answer.statusCode(), answer.headers().map(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      Files.deleteIfExists(spool);
    }
  }
}
