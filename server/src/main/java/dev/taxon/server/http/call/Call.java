package dev.taxon.server.http.call;

import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.store.Answering;
import dev.taxon.store.ApiKey;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call whose key and inputs are good. */
public final class Call {
  private final Operation operation;
  private final HttpServletRequest request;
  private final @Nullable ApiKey key;
  private final Inputs inputs;
  private final ByteBuffer json;
  private final InputStream body;
  private final Repeats.@Nullable Attempt attempt;

  Call(
      Operation operation,
      HttpServletRequest request,
      @Nullable ApiKey key,
      Inputs inputs,
      ByteBuffer json,
      InputStream body) {
    this(operation, request, key, inputs, json, body, null);
  }

  private Call(
      Operation operation,
      HttpServletRequest request,
      @Nullable ApiKey key,
      Inputs inputs,
      ByteBuffer json,
      InputStream body,
      Repeats.@Nullable Attempt attempt) {
    this.operation = operation;
    this.request = request;
    this.key = key;
    this.inputs = inputs;
    this.json = json;
    this.body = body;
    this.attempt = attempt;
  }

  /** The same call, found to be one that may come again. */
  Call as(Repeats.Attempt repeatable) {
    return new Call(operation, request, key, inputs, json, body, repeatable);
  }

  /**
   * Says what an upload brought, before anything is made of it. If it came before under the same
   * idempotency key, the answer of then ends the call here.
   *
   * @throws dev.taxon.server.http.contract.InvalidRequest when the key was used for something else
   */
  public void knownBy(ByteBuffer content) {
    if (attempt != null) {
      attempt.knownBy(content);
    }
  }

  /**
   * Makes something once.
   *
   * @param <T> what is made
   */
  public interface Making<T> {
    /** Makes it, and keeps the answer about it in the same transaction. */
    T make(Answering<T> answering) throws IOException;
  }

  /**
   * Makes something and answers about it. Under an idempotency key there is both or neither, also
   * after a crash.
   *
   * @param words the answer; called once, within the transaction, where the store is not to be used
   */
  public <T> Answer once(Making<T> making, Function<T, Answer.Whole> words) throws IOException {
    return attempt == null
        ? words.apply(making.make(Answering.unkept()))
        : attempt.once(making, words);
  }

  public Operation operation() {
    return operation;
  }

  /** Of an operation that asks for one. */
  public ApiKey key() {
    return Objects.requireNonNull(key, () -> operation.id() + " takes no key");
  }

  public Inputs inputs() {
    return inputs;
  }

  public Optional<UUID> project() {
    return inputs.queryUuid("project_id");
  }

  public Optional<UUID> organization() {
    return inputs.queryUuid("organization_id");
  }

  /** For how long the answer may wait for the end of what the call begins. */
  public Duration patience() {
    return Duration.ofSeconds(inputs.queryInt("wait"));
  }

  /** A JSON body as it came. */
  public ByteBuffer json() {
    return json.duplicate();
  }

  /** The body of an upload; a read fails with a sentence for the client when it breaks off. */
  public InputStream body() {
    return body;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /** What the request came to: scheme, host and port. */
  public String address() {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean usual = port <= 0 || port == ("https".equals(scheme) ? 443 : 80);
    return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }
}
