package dev.taxon.server;

import dev.taxon.Classifier;
import dev.taxon.DocumentReader;
import dev.taxon.server.http.HttpApi;
import dev.taxon.server.http.HttpSettings;
import dev.taxon.server.http.route.OutwardRoutes;
import dev.taxon.server.http.route.UnsealedWebhooks;
import dev.taxon.server.http.shape.WireAnnouncer;
import dev.taxon.server.outbound.AddressPolicy;
import dev.taxon.server.outbound.Authorities;
import dev.taxon.server.outbound.Outbound;
import dev.taxon.server.webhooks.Courier;
import dev.taxon.server.webhooks.CourierSettings;
import dev.taxon.server.webhooks.Seal;
import dev.taxon.server.webhooks.Sealing;
import dev.taxon.server.work.Work;
import dev.taxon.server.work.WorkSettings;
import dev.taxon.store.DeliveryStatus;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Store;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service in this process: its parts put together, started in order and stopped in reverse. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** Beyond the time for reading, for deciding and for a reader that is late. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration CAUTION = Duration.ofSeconds(5);
  private static final Duration FETCH = Duration.ofSeconds(30);
  private static final int JSON_LIMIT = 2 << 20;
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Settings settings;
  private final Parts parts;
  private final int port;
  private final @Nullable Path keyFile;

  private Server(Settings settings, Parts parts, int port, @Nullable Path keyFile) {
    this.settings = settings;
    this.parts = parts;
    this.port = port;
    this.keyFile = keyFile;
  }

  /**
   * Opens the store, lets the first caller in, takes up what waits, and listens.
   *
   * @throws BadSetting when a setting does not fit the machine or the data
   * @throws dev.taxon.store.StoreUnavailable when the data folder or the database cannot be used
   */
  public static Server start(Settings settings, DocumentReader reader, Classifier classifier) {
    var parts = new Parts();
    try {
      Clock clock = Clock.systemUTC();
      Store store = parts.add(Store.open(settings.store(), clock, new WireAnnouncer()));
      var keys = new Keys(settings, store.access(), new SecureRandom());
      keys.refuseStrangers();
      Optional<Path> keyFile = keys.ensure();
      byte[] signingSecret = keys.signingSecret();
      Metrics metrics = parts.add(new Metrics());
      Work work =
          parts.add(
              new Work(
                  store, reader, classifier, workSettings(settings, classifier), metrics, clock));
      measure(store, work, settings, metrics);
      Sweeping sweeping = parts.add(new Sweeping(store.sweeper(), metrics));
      var outbound =
          parts.add(
              new Outbound(policy(settings), Outbound.Resolver.SYSTEM, authorities(settings)));
      var seal = new Seal(keys.sealingSecrets(), new SecureRandom());
      var sealing = new Sealing(seal);
      Courier courier =
          parts.add(
              new Courier(
                  store.deliveries(),
                  outbound,
                  sealing,
                  CourierSettings.standard(name(settings), settings.outward().userAgent()),
                  clock));
      sealing.renew(store.webhooks());
      UnsealedWebhooks.seal(store.webhooks(), sealing);
      measure(courier, store, metrics);
      work.start();
      if (settings.outward().webhooks()) {
        courier.start();
      }
      HttpApi http =
          parts.add(
              HttpApi.start(
                  httpSettings(settings),
                  store,
                  work,
                  work::wake,
                  signingSecret,
                  new OutwardRoutes.Outreach(
                      outbound,
                      seal,
                      settings.outward().webhooks(),
                      settings.outward().urlInputs(),
                      FETCH),
                  new Health(store, work, metrics)));
      sweeping.start(settings.sweepInterval());
      var server = new Server(settings, parts, http.port(), keyFile.orElse(null));
      LOG.info(
          "Taxon listens on {} with {} workers, {} and data in {}.",
          server.baseUrl(),
          settings.workers(),
          store.database(),
          settings.data());
      return server;
    } catch (RuntimeException e) {
      parts.close();
      throw explained(e, settings);
    }
  }

  /** Where clients on this machine find it, without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://" + reachable(settings.host()) + ":" + port);
  }

  public int port() {
    return port;
  }

  /** The file that holds a key; empty when one is set instead. */
  public Optional<Path> keyFile() {
    return Optional.ofNullable(keyFile);
  }

  /**
   * Takes no more requests, waits for the documents at work, at most for the grace, and lets go of
   * the data. What waits stays. Doing it twice does nothing more.
   */
  @Override
  public void close() {
    parts.close();
  }

  /**
   * One server holds a SQLite folder, so after a death it finds its own entries by a fixed name.
   */
  private static String name(Settings settings) {
    return settings.databaseUrl() == null ? "taxon" : "taxon-" + UUID.randomUUID();
  }

  private static AddressPolicy policy(Settings settings) {
    try {
      return AddressPolicy.allowing(settings.outward().allow());
    } catch (IllegalArgumentException e) {
      throw new BadSetting(
          "TAXON_OUTBOUND_ALLOW is '"
              + String.join(",", settings.outward().allow())
              + "', and something in it is no network, such as 10.0.0.0/8, no address, and neither"
              + " private nor loopback.");
    }
  }

  /**
   * Whom clients of other servers believe.
   *
   * @throws BadSetting when the file that is set cannot be used
   */
  public static Authorities authorities(Settings settings) {
    Path file = settings.outward().authorities();
    try {
      return file == null ? Authorities.OF_JAVA : Authorities.with(file);
    } catch (IllegalArgumentException e) {
      throw new BadSetting("TAXON_OUTBOUND_CA is '" + file + "', but " + e.getMessage() + ".");
    }
  }

  private static WorkSettings workSettings(Settings settings, Classifier classifier) {
    return new WorkSettings(
        name(settings),
        settings.workers(),
        settings.readLimits(),
        PATIENCE.plus(classifier.longestWait()),
        settings.stopGrace(),
        POLL,
        CAUTION);
  }

  private static HttpSettings httpSettings(Settings settings) {
    return new HttpSettings(
        settings.host(),
        settings.port(),
        settings.publicUrl(),
        settings.trustedProxies(),
        settings.uploadLimit(),
        JSON_LIMIT,
        SILENCE,
        settings.exposeRunning(),
        settings.limits());
  }

  private static void measure(Courier courier, Store store, Metrics metrics) {
    metrics.gauge(
        "taxon.deliveries.waiting",
        "Deliveries to webhooks that are to be sent",
        store,
        s -> s.deliveries().count(DeliveryStatus.WAITING));
    metrics.count(
        "taxon.deliveries.attempts",
        "Tries to deliver to a webhook",
        "TAKEN",
        courier,
        Courier::delivered);
    metrics.count(
        "taxon.deliveries.attempts",
        "Tries to deliver to a webhook",
        "NOT_TAKEN",
        courier,
        Courier::failed);
  }

  private static void measure(Store store, Work work, Settings settings, Metrics metrics) {
    metrics.gauge(
        "taxon.documents.pending",
        "Documents without an outcome: waiting or at work",
        store,
        s -> s.jobs().pendingDocuments());
    metrics.gauge(
        "taxon.workers", "Documents that can be at work at once", settings, Settings::workers);
    metrics.gauge("taxon.workers.busy", "Documents at work", work, Work::running);
    metrics.gauge("taxon.readers.abandoned", "Readers that never came back", work, Work::abandoned);
    metrics.count("taxon.jobs.accepted", "Jobs accepted", null, store, s -> s.course().created());
    for (JobStatus status : JobStatus.values()) {
      if (status.isTerminal()) {
        metrics.count(
            "taxon.jobs.ended", "Jobs ended", status.name(), store, s -> s.course().ended(status));
      }
    }
  }

  private static RuntimeException explained(RuntimeException failure, Settings settings) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new BadSetting(
            "Taxon cannot listen on "
                + settings.host()
                + " port "
                + settings.port()
                + ", probably because another program does; set TAXON_PORT (or --port) to another"
                + " one, or to 0 for any that is free.");
      }
    }
    return failure;
  }

  /** The host as it stands in a URL; where it means every address, the loopback one. */
  private static String reachable(String host) {
    try {
      if (InetAddress.getByName(host).isAnyLocalAddress()) {
        return "127.0.0.1";
      }
    } catch (UnknownHostException e) {
      return host;
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** What was started, to be closed in reverse. */
  private static final class Parts {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
      started.push(part);
      return part;
    }

    synchronized void close() {
      while (!started.isEmpty()) {
        AutoCloseable part = started.pop();
        try {
          part.close();
        } catch (Exception e) {
          // the others must be closed all the same
          LOG.error("{} did not stop well.", part.getClass().getSimpleName(), e);
        }
      }
    }
  }
}
