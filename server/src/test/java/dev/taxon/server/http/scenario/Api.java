package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client with a key; every answer it gets is held against the contract. */
final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private static final ResponseCheck CHECK = new ResponseCheck();

  private final String base;
  private final @Nullable String authorization;

  Api(String base, @Nullable String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** The same server, with another Authorization header; null for none. */
  Api as(@Nullable String header) {
    return new Api(base, header);
  }

  String authorization() {
    return String.valueOf(authorization);
  }

  String base() {
    return base;
  }

  Reply get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Reply post(String path, String json, String... headers) {
    return send("POST", path, BodyPublishers.ofString(json), json(headers));
  }

  Reply put(String path, String json, String... headers) {
    return send("PUT", path, BodyPublishers.ofString(json), json(headers));
  }

  Reply form(String path, Form form) {
    return form(path, form.build());
  }

  Reply form(String path, byte[] body) {
    return send("POST", path, BodyPublishers.ofByteArray(body), FORM);
  }

  /** Without a Content-Length. */
  Reply chunkedForm(String path, Form form) {
    byte[] body = form.build();
    return send(
        "POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), FORM);
  }

  private static final String[] FORM = {
    "Content-Type", "multipart/form-data; boundary=" + Form.BOUNDARY
  };

  Reply send(String method, String path, BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private static Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      var reply = new Reply(response.statusCode(), response.headers(), response.body());
      CHECK.check(request.method(), request.uri().getRawPath(), reply);
      return reply;
    } catch (IOException e) {
      throw new AssertionError(request + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String[] json(String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    assertThat(all).hasSizeGreaterThan(1);
    return all;
  }
}
