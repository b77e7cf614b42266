package dev.taxon.server;

import dev.taxon.ReadLimits;
import dev.taxon.server.access.Limits;
import dev.taxon.store.Quota;
import dev.taxon.store.StoreSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the service that can be set, as it is set. {@link SettingsTable} says what each
 * setting is for and allows.
 *
 * @param host name or address to listen on
 * @param port 0 for any free one
 * @param publicUrl how clients reach the service, when that is not host and port
 * @param data the folder of everything that is kept
 * @param databaseUrl null for SQLite in the data folder
 * @param apiKey null for the key that the first start makes
 * @param workers documents at work at once, at least 1
 * @param uploadLimit bytes of one file
 * @param tesseract the program, or null for the one on the PATH
 * @param engine who decides, and how much work a decision may cost
 * @param model the language model of {@link Engine#OPENAI}
 * @param profiles a folder of kinds of documents of one's own, or null
 * @param stopGrace how long a stop waits for what runs
 * @param sweepInterval between two sweeps
 * @param trustedProxies addresses whose {@code X-Forwarded-*} headers are believed
 * @param exposeRunning whether v2 jobs show {@code RUNNING}
 * @param rateLimit requests a second of one key; of this and the following 0 is no limit, and null
 *     leaves it to who can reach the service
 * @param projectFiles of one project
 * @param projectBytes of all files of one project
 * @param queueLimit documents without an outcome beyond which no job is accepted
 * @param outward what leaves this machine, and how
 */
public record Settings(
    String host,
    int port,
    @Nullable URI publicUrl,
    Path data,
    @Nullable String databaseUrl,
    @Nullable String databaseUser,
    @Nullable String databasePassword,
    @Nullable String apiKey,
    int workers,
    long uploadLimit,
    ReadLimits readLimits,
    @Nullable Path tesseract,
    Engine engine,
    LanguageModel model,
    @Nullable Path profiles,
    LogFormat logFormat,
    LogLevel logLevel,
    Duration stopGrace,
    Duration sweepInterval,
    List<String> trustedProxies,
    boolean exposeRunning,
    @Nullable Long rateLimit,
    @Nullable Long projectFiles,
    @Nullable Long projectBytes,
    @Nullable Long queueLimit,
    Outward outward) {

  /**
   * What leaves this machine.
   *
   * @param webhooks whether jobs may have webhooks
   * @param urlInputs whether files may be named by their URL
   * @param allow networks beside the public ones that may be reached
   * @param authorities file of certificates that are trusted beside Java's own, or null
   * @param userAgent what deliveries say they come from
   * @param secretsKey what secrets are sealed with, in place of the one in the data folder, or null
   */
  public record Outward(
      boolean webhooks,
      boolean urlInputs,
      List<String> allow,
      @Nullable Path authorities,
      String userAgent,
      @Nullable String secretsKey) {
    public Outward {
      allow = List.copyOf(allow);
    }

    /** Only what is no secret. */
    @Override
    public String toString() {
      return "Outward[webhooks=" + webhooks + ", urlInputs=" + urlInputs + "]";
    }
  }

  /**
   * Which language model is asked, where one is.
   *
   * @param url where it answers, or null
   * @param name what its server calls it, or null
   * @param key that it wants, or null
   * @param timeout for one answer
   */
  public record LanguageModel(
      @Nullable URI url, @Nullable String name, @Nullable String key, Duration timeout) {
    /** Only what is no secret. */
    @Override
    public String toString() {
      return "LanguageModel[url=" + url + ", name=" + name + "]";
    }
  }

  /** Who decides, and how much work a decision may cost. */
  public enum Engine {
    AUTO,
    FAST,
    FULL,
    /** As {@link #AUTO}. */
    BUILTIN,
    /** A language model that speaks OpenAI's chat completions. */
    OPENAI
  }

  /** How a log line looks. */
  public enum LogFormat {
    PLAIN,
    JSON
  }

  /** What is logged: this and worse. */
  public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  static final int STANDARD_RATE = 100;
  static final int STANDARD_FILES = 1_000_000;
  static final long STANDARD_BYTES = 100L << 30;
  static final int STANDARD_QUEUE = 100_000;

  /** Whether other machines can reach the service; a name that is none is taken for such. */
  boolean isReachable() {
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }

  /** What is set, else nothing for this machine alone and the standard for all others. */
  Limits limits() {
    boolean reachable = isReachable();
    return new Limits(
        Math.toIntExact(limit(rateLimit, STANDARD_RATE, reachable)),
        new Quota(
            limit(projectFiles, STANDARD_FILES, reachable),
            limit(projectBytes, STANDARD_BYTES, reachable)),
        limit(queueLimit, STANDARD_QUEUE, reachable));
  }

  private static long limit(@Nullable Long set, long standard, boolean reachable) {
    return set != null ? set : reachable ? standard : 0;
  }

  /** Where the store keeps things. */
  public StoreSettings store() {
    return new StoreSettings(data, databaseUrl, databaseUser, databasePassword, 4);
  }

  /** Only what is no secret. */
  @Override
  public String toString() {
    return "Settings[host=" + host + ", port=" + port + ", data=" + data + "]";
  }
}
