package dev.taxon.server.http.call;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.webhooks.Seal;
import dev.taxon.store.AnswerPlace;
import dev.taxon.store.AnsweredBefore;
import dev.taxon.store.Answering;
import dev.taxon.store.Answers;
import dev.taxon.store.KeptAnswer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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
  private final ConcurrentHashMap<AnswerPlace, Turn> turns = new ConcurrentHashMap<>();

  public Repeats(Answers answers, Seal seal, Tenants tenants) {
    this.answers = answers;
    this.seal = seal;
    this.tenants = tenants;
  }

  /** To which an answer is sealed. */
  private static String text(AnswerPlace place) {
    return "answer " + place.keyId() + " " + place.projectId() + " " + place.idempotencyKey();
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
    private final AnswerPlace place;
    private final Call call;
    private @Nullable String request;
    private boolean kept;

    private Attempt(AnswerPlace place, Call call) {
      this.place = place;
      this.call = call;
    }

    /**
     * Says what was sent; returns when it was never sent before.
     *
     * @throws InvalidRequest when the name was used for something else
     */
    void knownBy(ByteBuffer content) {
      request = digest(call, content);
      endIfAnswered();
    }

    private void endIfAnswered() {
      answers
          .find(place)
          .ifPresent(earlier -> {
            if (!earlier.requestSha256().equals(request)) {
              throw refused("the key was used with another request");
            }
            throw new Answered(
                new Answer.Whole(earlier.status(), earlier.contentType(), opened(earlier)));
          });
    }

    /** As {@link Call#once}; what another server did meanwhile ends the call with its answer. */
    <T> Answer once(Call.Making<T> making, Function<T, Answer.Whole> words) throws IOException {
      var said = new AtomicReference<Answer.@Nullable Whole>();
      try {
        making.make(
            Answering.at(
                place,
                made -> {
                  Answer.Whole answer = words.apply(made);
                  said.set(answer);
                  return sealed(answer);
                }));
        kept = true;
        return Objects.requireNonNull(said.get(), "what is made keeps its answer");
      } catch (AnsweredBefore e) {
        endIfAnswered();
        throw e;
      }
    }

    /** Keeps an answer that no transaction kept. */
    private void keep(Answer answer) {
      if (!kept && answer instanceof Answer.Whole whole && whole.status() < 300) {
        answers.keep(place, sealed(whole));
      }
    }

    private KeptAnswer sealed(Answer.Whole answer) {
      return new KeptAnswer(
          Objects.requireNonNull(request, "an upload that says what came"),
          answer.status(),
          answer.contentType(),
          seal.seal(answer.body(), text(place)));
    }

    /** Nothing is done again where the answer of then cannot be read: it may have been done. */
    private String opened(KeptAnswer earlier) {
      try {
        return seal.open(earlier.sealed(), text(place));
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
    if (name.isEmpty()) {
      return action.answer(call);
    }
    var place =
        new AnswerPlace(
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
      attempt.keep(answer);
      return answer;
    } catch (Answered before) {
      return before.answer;
    } finally {
      leave(place, turn);
    }
  }

  private Turn enter(AnswerPlace place) {
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

  private void leave(AnswerPlace place, Turn turn) {
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
