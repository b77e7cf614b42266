package dev.taxon.llm;

import dev.taxon.ClassifyFailure;
import dev.taxon.ClassifyFailure.Code;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what a server answers, or that it does not. Its sentences name the address and repeat
 * a line of what the server says, never the key.
 */
record Reply(Endpoint endpoint) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_TOLD = 200;

  /** Statuses that say: later. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429, 500, 502, 503, 504, 529);

  Attempt of(HttpResponse<String> response) {
    int status = response.statusCode();
    String body = response.body();
    if (status == 200) {
      return content(body);
    }
    if (status == 401 || status == 403) {
      String what = endpoint.key() == null ? " wants a key" : " refused the key";
      return failed(Code.KEY_REFUSED, who() + what + " (" + status + ").");
    }
    if (LATER.contains(status)) {
      return new Attempt.Later(
          new ClassifyFailure(
              Code.UNREACHABLE, who() + " is busy or at fault (" + status + ")" + told(body) + "."),
          wanted(response));
    }
    if (status == 404 || status == 405 || status / 100 == 3) {
      return failed(
          Code.NOT_FOUND,
          "There is no language model '"
              + endpoint.model()
              + "' at "
              + endpoint.completions()
              + " ("
              + status
              + ")"
              + told(body)
              + ".");
    }
    var failure =
        new ClassifyFailure(
            Code.NO_ANSWER, who() + " refused the question (" + status + ")" + told(body) + ".");
    return status == 400 || status == 422
        ? new Attempt.Refused(failure, body)
        : new Attempt.Failed(failure);
  }

  /**
   * The same for a request that broke.
   *
   * @param known whether this server has answered before, so that it may come back
   */
  Attempt of(@Nullable Throwable cause, boolean known) {
    String why =
        switch (cause) {
          case HttpConnectTimeoutException late -> "it does not take connections";
          case ConnectException unknown
              when unknown.getCause() instanceof UnresolvedAddressException ->
              "its host is not known";
          case ConnectException refusing -> "it refuses connections";
          case SSLException untrusted -> "its certificate is not trusted, or it speaks no TLS";
          case IOException broken -> "the connection broke";
          case null, default -> throw new IllegalStateException(cause);
        };
    var failure =
        new ClassifyFailure(Code.UNREACHABLE, who() + " cannot be reached: " + why + ".", cause);
    boolean broke = why.equals("the connection broke");
    return known || broke ? new Attempt.Later(failure, null) : new Attempt.Failed(failure);
  }

  Attempt late() {
    return failed(
        Code.TIMEOUT,
        who() + " did not answer within " + endpoint.timeout().toMillis() / 1000.0 + " s.");
  }

  private String who() {
    return "The language model at " + endpoint.base();
  }

  private Attempt content(String body) {
    JsonNode choice = json(body).path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      return failed(
          Code.NOT_FOUND, "What answers at " + endpoint.completions() + " is no language model.");
    }
    String content = message.path("content").asString("");
    if (!content.isBlank()) {
      return new Attempt.Said(content);
    }
    return failed(
        Code.NO_ANSWER,
        message.path("refusal").isString()
            ? "The language model declined to answer about this document."
            : "The language model gave an empty answer ("
                + choice.path("finish_reason").asString("no reason given")
                + ").");
  }

  /** What the server says in its error, if anything, in a line. */
  private String told(String body) {
    JsonNode error = json(body);
    String told =
        Stream.of(error.at("/error/message"), error.path("error"), error.path("message"))
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .findFirst()
            .orElse("");
    if (endpoint.key() != null) {
      told = told.replace(endpoint.key(), "…");
    }
    told = Excerpt.clean(told).replaceAll("\\s+", " ").strip().replaceFirst("\\.$", "");
    if (told.isEmpty()) {
      return "";
    }
    return ": " + (told.length() <= LONGEST_TOLD ? told : told.substring(0, LONGEST_TOLD) + "…");
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  private static @Nullable Duration wanted(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,5}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(null);
  }

  private static Attempt failed(Code code, String sentence) {
    return new Attempt.Failed(new ClassifyFailure(code, sentence));
  }
}
