package dev.taxon.server.http.call;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.webhooks.Seal;
import dev.taxon.store.Answers;
import dev.taxon.store.KeptAnswer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A request with an {@code Idempotency-Key} is done once: when it comes again within 24 hours, from
 * the same key in the same project, it gets the same answer, byte for byte. Of several at once, all
 * but one wait. An error is not kept, for what was refused changed nothing. Answers are kept
 * sealed, for some hold what their owner keeps secret, such as the headers of a webhook.
 */
public final class Repeats {
  /** The header. */
  public static final String HEADER = "Idempotency-Key";

  private final Answers answers;
  private final Seal seal;
  private final Tenants tenants;
  private final ConcurrentHashMap<Place, Turn> turns = new ConcurrentHashMap<>();

  public Repeats(Answers answers, Seal seal, Tenants tenants) {
    this.answers = answers;
    this.seal = seal;
    this.tenants = tenants;
  }

  private record Place(UUID keyId, UUID projectId, String name) {
    /** To which an answer is sealed. */
    String text() {
      return "answer " + keyId + " " + projectId + " " + name;
    }
  }

  /** Whose turn it is; {@code users} changes only within the map. */
  private static final class Turn {
    final ReentrantLock lock = new ReentrantLock();
    int users;
  }

  /** That an earlier request was this one. */
  private static final class Answered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Answer answer;

    Answered(Answer answer) {
      super(null, null, false, false);
      this.answer = answer;
    }
  }

  /** One request that may be a repeat. */
  final class Attempt {
    private final Place place;
    private final Call call;
    private @Nullable String request;

    private Attempt(Place place, Call call) {
      this.place = place;
      this.call = call;
    }

    /**
     * Says what was sent; returns when it was never sent before.
     *
     * @throws InvalidRequest when the name was used for something else
     */
    void knownBy(ByteBuffer content) {
      String sent = digest(call, content);
      request = sent;
      answers
          .find(place.keyId(), place.projectId(), place.name())
          .ifPresent(kept -> {
            if (!kept.requestSha256().equals(sent)) {
              throw refused("the key was used with another request");
            }
            throw new Answered(new Answer.Whole(kept.status(), kept.contentType(), opened(kept)));
          });
    }

    /** Nothing is done again where the answer of then cannot be read: it may have been done. */
    private String opened(KeptAnswer kept) {
      try {
        return seal.open(kept.sealed(), place.text());
      } catch (Seal.WrongKey e) {
        throw refused(
            "the request was answered before, and this server cannot open that answer any more;"
                + " look whether what it made is there, and use another key");
      }
    }

    private InvalidRequest refused(String sentence) {
      return new InvalidRequest(
          Problem.value(
              List.of("header", HEADER),
              sentence,
              call.inputs().tree().path("header").path(HEADER)));
    }
  }

  /** The answer to a call, which may have been given before. */
  Answer answer(Call call, Action action) throws IOException {
    var name = call.inputs().header(HEADER);
    if (name.isEmpty() || !call.operation().method().equals("POST")) {
      return action.answer(call);
    }
    var place =
        new Place(
            call.key().id(),
            tenants.project(call.key(), call.project(), call.organization()),
            name.get());
    Turn turn = enter(place);
    try {
      var attempt = new Attempt(place, call);
      if (call.operation().body() != Operation.Body.MULTIPART) {
        attempt.knownBy(call.json());
      }
      // an upload is known only when it is all there
      Answer answer = action.answer(call.as(attempt));
      String request = attempt.request;
      if (request != null && answer instanceof Answer.Whole whole && whole.status() < 300) {
        answers.keep(
            place.keyId(),
            place.projectId(),
            place.name(),
            new KeptAnswer(
                request,
                whole.status(),
                whole.contentType(),
                seal.seal(whole.body(), place.text())));
      }
      return answer;
    } catch (Answered before) {
      return before.answer;
    } finally {
      leave(place, turn);
    }
  }

  private Turn enter(Place place) {
    Turn turn =
        turns.compute(
            place,
            (name, there) -> {
              Turn one = there == null ? new Turn() : there;
              one.users++;
              return one;
            });
    turn.lock.lock();
    return turn;
  }

  private void leave(Place place, Turn turn) {
    turn.lock.unlock();
    turns.computeIfPresent(place, (name, there) -> --there.users == 0 ? null : there);
  }

  private static String digest(Call call, ByteBuffer content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      var asked = new StringBuilder(call.operation().id());
      asked.append('\n').append(call.inputs().tree().path("path"));
      call.inputs()
          .tree()
          .path("query")
          .properties()
          .forEach(parameter -> {
            // the project is part of the place, however it was named
            if (!parameter.getKey().equals("project_id")
                && !parameter.getKey().equals("organization_id")) {
              asked
                  .append('\n')
                  .append(parameter.getKey())
                  .append('=')
                  .append(parameter.getValue());
            }
          });
      digest.update(asked.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      digest.update(content);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
