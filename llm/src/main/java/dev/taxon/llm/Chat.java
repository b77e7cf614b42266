package dev.taxon.llm;

import dev.taxon.ClassifyFailure;
import dev.taxon.ClassifyFailure.Code;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks one endpoint by chat completions: one POST for each answer, tried again while the server is
 * busy or just went away. Redirects are not followed, so the text goes where it was sent.
 */
final class Chat {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int LONGEST_REPLY = 4 << 20;

  /** What is better asked for and can be left out: not every server, nor every model, takes it. */
  private enum Wish {
    RESPONSE_FORMAT,
    TEMPERATURE,
    SEED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Endpoint endpoint;
  private final Reply reply;
  private final HttpClient client;

  /** Wishes without which a question was answered that was refused with them. */
  private final Set<Wish> refused = ConcurrentHashMap.newKeySet();

  private volatile boolean known;

  /**
   * @param tls whose certificates are believed, or null for Java's own
   */
  Chat(Endpoint endpoint, @Nullable SSLContext tls) {
    this.endpoint = endpoint;
    reply = new Reply(endpoint);
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT);
    if (tls != null) {
      builder.sslContext(tls);
    }
    client = builder.build();
  }

  /**
   * What the model says.
   *
   * @throws ClassifyFailure when it says nothing
   */
  String answer(Talk talk) {
    long started = System.nanoTime();
    Duration pause = FIRST_PAUSE;
    EnumSet<Wish> wishes = EnumSet.allOf(Wish.class);
    wishes.removeAll(refused);
    while (true) {
      Duration left = endpoint.longest().minusNanos(System.nanoTime() - started);
      switch (attempt(request(talk, wishes), left)) {
        case Attempt.Said said -> {
          known = true;
          refused.addAll(EnumSet.complementOf(wishes));
          return said.content();
        }
        case Attempt.Failed failed -> throw failed.failure();
        case Attempt.Refused no when wishes.isEmpty() -> throw no.failure();
        case Attempt.Refused no -> drop(wishes, no.body());
        case Attempt.Later later -> {
          Duration wait = later.pause() == null ? pause : later.pause();
          Duration spent = Duration.ofNanos(System.nanoTime() - started);
          if (spent.plus(wait).compareTo(endpoint.patience()) > 0) {
            throw later.failure();
          }
          sleep(wait);
          pause = pause.multipliedBy(2);
        }
      }
    }
  }

  private Attempt attempt(HttpRequest request, Duration left) {
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(
            request,
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_REPLY));
    Duration time = left.compareTo(endpoint.timeout()) < 0 ? left : endpoint.timeout();
    try {
      return reply.of(sent.get(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return reply.late();
    } catch (InterruptedException e) {
      throw stopped();
    } catch (ExecutionException e) {
      return reply.of(e.getCause(), known);
    } finally {
      // of no effect where it has ended
      sent.cancel(true);
    }
  }

  private HttpRequest request(Talk talk, Set<Wish> wishes) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", endpoint.model());
    var messages = body.putArray("messages");
    talk.turns()
        .forEach(
            turn -> messages.addObject().put("role", turn.role()).put("content", turn.content()));
    body.put("stream", false);
    for (Wish wish : wishes) {
      switch (wish) {
        case RESPONSE_FORMAT -> body.set(wish.word(), JSON.readTree(AnswerSchema.FORMAT));
        case TEMPERATURE, SEED -> body.put(wish.word(), 0);
      }
    }
    var request =
        HttpRequest.newBuilder(endpoint.completions())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8));
    if (endpoint.key() != null) {
      request.header("Authorization", "Bearer " + endpoint.key());
    }
    return request.build();
  }

  /** Gives up what the server names, or all of it where it names none. */
  private static void drop(Set<Wish> wishes, String body) {
    boolean names = wishes.removeIf(wish -> body.contains(wish.word()));
    if (!names) {
      wishes.clear();
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private static ClassifyFailure stopped() {
    Thread.currentThread().interrupt();
    return new ClassifyFailure(Code.NO_ANSWER, "The question was given up before its answer.");
  }
}
