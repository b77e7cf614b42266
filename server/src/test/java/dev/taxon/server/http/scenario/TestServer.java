package dev.taxon.server.http.scenario;

import dev.taxon.DocumentReader;
import dev.taxon.ReadLimits;
import dev.taxon.engine.LexicalClassifier;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import dev.taxon.server.http.HttpApi;
import dev.taxon.server.http.HttpSettings;
import dev.taxon.server.http.Operations;
import dev.taxon.server.http.route.OutwardRoutes;
import dev.taxon.server.http.shape.WireAnnouncer;
import dev.taxon.server.outbound.AddressPolicy;
import dev.taxon.server.outbound.Authorities;
import dev.taxon.server.outbound.Outbound;
import dev.taxon.server.webhooks.Courier;
import dev.taxon.server.webhooks.CourierSettings;
import dev.taxon.server.webhooks.Seal;
import dev.taxon.server.webhooks.Sealing;
import dev.taxon.server.work.Work;
import dev.taxon.server.work.WorkObserver;
import dev.taxon.server.work.WorkSettings;
import dev.taxon.store.Store;
import dev.taxon.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A server of its own, on a real port, over a real store in a folder that goes with it. */
final class TestServer implements AutoCloseable {
  /** Small enough to pass over in a test. */
  static final long MAX_UPLOAD = 3 << 20;

  private static final ReadLimits LIMITS =
      new ReadLimits(MAX_UPLOAD, 100, 1_000_000, 50, Duration.ofSeconds(10));

  final Store store;
  final HoldableClassifier engine = new HoldableClassifier(new LexicalClassifier());
  private final Work work;
  private final Outbound outbound;
  private final Courier courier;
  final HttpApi http;
  final Path data;
  final MovableClock clock = new MovableClock();
  final AtomicReference<Supplier<String>> metricsText = new AtomicReference<>(() -> "# none\n");
  final List<String> observed = Collections.synchronizedList(new ArrayList<>());

  /** How many files were read. */
  final AtomicInteger reads = new AtomicInteger();

  private DocumentReader counted(DocumentReader reader) {
    return (file, request) -> {
      reads.incrementAndGet();
      return reader.read(file, request);
    };
  }

  /** A tenant with a key of its own and two projects. */
  record Tenant(Api api, UUID organization, UUID p1, UUID p2, UUID keyId) {}

  private TestServer(UnaryOperator<HttpSettings> change, boolean webhooks, boolean urls) {
    this(change, webhooks, urls, List.of("loopback"), temporary());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("taxon-wire");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private TestServer(
      UnaryOperator<HttpSettings> change,
      boolean webhooks,
      boolean urls,
      List<String> allowed,
      Path folder) {
    data = folder;
    outbound =
        new Outbound(
            AddressPolicy.allowing(allowed), Outbound.Resolver.SYSTEM, Authorities.OF_JAVA);
    store = Store.open(StoreSettings.sqlite(data), clock, new WireAnnouncer());
    work =
        new Work(
            store,
            counted(new FileReader(ReaderSettings.DEFAULT.withTesseract(null))),
            engine,
            new WorkSettings(
                "test",
                2,
                LIMITS,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ZERO),
            WorkObserver.NONE,
            Clock.systemUTC());
    work.start();
    var seal = new Seal(List.of(new byte[32]), new SecureRandom());
    var sealing = new Sealing(seal);
    courier =
        new Courier(
            store.deliveries(),
            outbound,
            sealing,
            CourierSettings.standard("test", "taxon-webhook/test"),
            Clock.systemUTC());
    courier.start();
    var local = HttpSettings.local(0);
    var settings =
        new HttpSettings(
            local.host(),
            0,
            null,
            List.of(),
            MAX_UPLOAD,
            local.maxJsonBytes(),
            Duration.ofSeconds(10),
            false);
    http =
        HttpApi.start(
            change.apply(settings),
            store,
            work,
            work::wake,
            "a secret of the tests".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            new OutwardRoutes.Outreach(outbound, seal, webhooks, urls, Duration.ofSeconds(5)),
            operations(),
            clock);
  }

  static TestServer start() {
    return new TestServer(UnaryOperator.identity(), true, false);
  }

  /** One that sends webhooks and fetches files, or not; also to and from this machine. */
  static TestServer leadingOut(boolean webhooks, boolean urls) {
    return new TestServer(UnaryOperator.identity(), webhooks, urls);
  }

  /** One whose data lies in a folder of the caller's. */
  static TestServer on(Path data) {
    return new TestServer(UnaryOperator.identity(), true, false, List.of("loopback"), data);
  }

  /** One that fetches files from public addresses alone. */
  static TestServer fetchingFromOutside() {
    return new TestServer(UnaryOperator.identity(), true, true, List.of(), temporary());
  }

  static TestServer start(UnaryOperator<HttpSettings> change) {
    return new TestServer(change, true, false);
  }

  Tenant tenant() {
    var project = store.access().createOrganization("Org " + UUID.randomUUID());
    var other = store.access().createProject(project.organizationId(), "Second");
    String secret = "tx-" + UUID.randomUUID();
    var key = store.access().createKey(secret, "test", "usr-1", project.organizationId(), null);
    return new Tenant(
        new Api("http://127.0.0.1:" + http.port(), "Bearer " + secret),
        project.organizationId(),
        project.id(),
        other.id(),
        key.id());
  }

  /** A further key, that reaches one project. */
  Api keyOf(Tenant tenant, UUID project) {
    String secret = "tx-" + UUID.randomUUID();
    store.access().createKey(secret, "narrow", "usr-2", tenant.organization(), project);
    return tenant.api().as("Bearer " + secret);
  }

  /** Runs one statement on the database. */
  void database(String sql) {
    try (var connection = store.queueConnections().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Every file below the data folder's blobs and temporary files. */
  List<Path> storedBytes() {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> {
            String name = data.relativize(file).toString();
            return name.contains("/") && !name.endsWith(".lock");
          })
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Operations operations() {
    return new Operations() {
      @Override
      public Health live() {
        return Health.OK;
      }

      @Override
      public Health ready() {
        return store.isReady() ? Health.OK : Health.failing("The store cannot be used");
      }

      @Override
      public String metrics() {
        return metricsText.get().get();
      }

      @Override
      public void observed(String operationId, int status, long nanos) {
        observed.add(operationId + " " + status + " " + (nanos > 0));
      }
    };
  }

  @Override
  public void close() {
    http.close();
    courier.close();
    outbound.close();
    work.close();
    store.close();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Runs with the system's clock, and can be put ahead. */
  static final class MovableClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    void forward(Duration by) {
      ahead.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.offset(Clock.system(zone), ahead.get());
    }
  }
}
