package dev.taxon.server.http;

import dev.taxon.server.access.Rates;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Bodies;
import dev.taxon.server.http.call.Endpoint;
import dev.taxon.server.http.call.Errors;
import dev.taxon.server.http.call.Gate;
import dev.taxon.server.http.call.HttpRefusal;
import dev.taxon.server.http.call.Repeats;
import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Operation;
import dev.taxon.server.http.contract.RequestReader;
import dev.taxon.server.http.route.BetaFileRoutes;
import dev.taxon.server.http.route.DataPointRoutes;
import dev.taxon.server.http.route.EventRoutes;
import dev.taxon.server.http.route.FileRoutes;
import dev.taxon.server.http.route.JobRoutes;
import dev.taxon.server.http.route.OperatorRoutes;
import dev.taxon.server.http.route.OutwardRoutes;
import dev.taxon.server.http.route.PresetRoutes;
import dev.taxon.server.http.route.Presigning;
import dev.taxon.server.http.route.ResultRoutes;
import dev.taxon.server.http.route.SecondWire;
import dev.taxon.server.http.route.SignedRoutes;
import dev.taxon.server.http.route.TenantRoutes;
import dev.taxon.server.http.route.TenantV2Routes;
import dev.taxon.server.http.route.Uploads;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.server.http.token.SignedUrls;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.server.jobs.JobWatch;
import dev.taxon.store.Store;
import dev.taxon.store.WorkQueue;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The wire on its port, from start to close. */
public final class HttpApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
  private static final long STOP_MILLIS = 5_000;

  /**
   * Connections that may wait to be taken, as when hundreds come at once; the usual 50 drops some.
   */
  private static final int BACKLOG = 1_024;

  /** Requests that may wait for the end of a job at once; others are answered without waiting. */
  private static final int WAITS = 5_000;

  private final Javalin javalin;
  private final JobWatch watch;

  private final int port;

  private HttpApi(Javalin javalin, JobWatch watch) {
    this.javalin = javalin;
    this.watch = watch;
    this.port = javalin.port();
  }

  /**
   * Listens, and answers from then on.
   *
   * @param wake called after new work is committed
   * @param outreach how the wire may lead out of this machine
   * @param signingSecret at least 16 bytes; as long as it stays the same, URLs and page tokens stay
   *     good
   * @throws IllegalStateException when {@code openapi.yaml} and the program differ
   */
  public static HttpApi start(
      HttpSettings settings,
      Store store,
      WorkQueue queue,
      Runnable wake,
      byte[] signingSecret,
      OutwardRoutes.Outreach outreach,
      Operations operations) {
    return start(
        settings, store, queue, wake, signingSecret, outreach, operations, Clock.systemUTC());
  }

  /** As above, with a clock that decides when URLs and tokens end. */
  public static HttpApi start(
      HttpSettings settings,
      Store store,
      WorkQueue queue,
      Runnable wake,
      byte[] signingSecret,
      OutwardRoutes.Outreach outreach,
      Operations operations,
      Clock clock) {
    var contract = Contract.load();
    var reader = new RequestReader(contract);
    var tenants = new Tenants(store.access());
    var files =
        new UserFiles(
            store.files(),
            store.blobs(),
            settings.maxUploadBytes(),
            settings.limits().perProject());
    var watch = new JobWatch(store.jobs(), WAITS);
    var jobs =
        new ClassifyJobs(
            store.jobs(), store.course(), queue, wake, watch, settings.limits().waitingDocuments());
    var urls = new SignedUrls(signingSecret, clock);
    var tokens = new PageTokens(signingSecret, clock);
    var uploads = new Uploads(reader, files);
    var presigning = new Presigning(urls, settings.publicUrl());
    var outward = new OutwardRoutes(outreach, tenants, store, files, jobs, tokens);
    var presets = new PresetRoutes(tenants, store.presets(), reader, tokens);
    Map<Operation, Action> bound =
        Bindings.bind(
            contract.operations(),
            List.of(
                new JobRoutes(tenants, jobs, outward, tokens).actions(),
                new FileRoutes(tenants, files, uploads, presigning, outward).actions(),
                new BetaFileRoutes(tenants, files, uploads, presigning, tokens).actions(),
                new SecondWire(
                        tenants,
                        jobs,
                        files,
                        store.texts(),
                        uploads,
                        tokens,
                        presets,
                        outward,
                        contract,
                        settings.exposeRunning())
                    .actions(),
                new OperatorRoutes(tenants, jobs).actions(),
                new ResultRoutes(tenants, jobs).actions(),
                new EventRoutes(
                        tenants, jobs, watch, settings.idleTimeout(), settings.exposeRunning())
                    .actions(),
                presets.actions(),
                outward.actions(),
                new SignedRoutes(files, urls).actions(),
                new TenantRoutes(tenants).actions(),
                new TenantV2Routes(tenants, tokens).actions(),
                new DataPointRoutes(tenants, jobs, tokens, clock).actions(),
                new OperatingRoutes(operations, contract).actions(),
                new DocsRoutes().actions()));
    var repeats = new Repeats(store.answers(), outreach.seal(), tenants);
    var bodies =
        new Bodies(settings.maxJsonBytes(), settings.maxUploadBytes(), settings.idleTimeout());
    var gate =
        new Gate(tenants, new Rates(settings.limits().requestsPerSecond(), System::nanoTime));
    Javalin javalin =
        Javalin.create(config -> {
          configure(config, settings, operations);
          bound.forEach((operation, action) ->
              config.routes.addHttpHandler(
                  new HandlerType(operation.method()),
                  operation.path(),
                  new Endpoint(operation, action, gate, reader, repeats, bodies)));
          var allowed = new AllowedMethods(contract.operations());
          refuseOtherMethods(allowed, config.routes);
          // its own mapping of these would come first
          config.routes.exception(
              HttpResponseException.class,
              (failure, context) ->
                  answer(
                      failure instanceof MethodNotAllowedResponse
                          ? allowed
                              .at(context.path())
                              .<RuntimeException>map(HttpApi::notAllowed)
                              .orElse(new HttpRefusal(404, "Not Found"))
                          : failure,
                      context));
          config.routes.exception(Exception.class, HttpApi::answer);
        });
    try {
      javalin.start();
    } catch (RuntimeException e) {
      watch.close();
      throw e;
    }
    return new HttpApi(javalin, watch);
  }

  /** Behind all others: each method of a known path that the contract does not have. */
  private static void refuseOtherMethods(AllowedMethods allowed, RoutesConfig routes) {
    allowed
        .byPath()
        .forEach((path, methods) ->
            HandlerType.commonHttp().stream()
                .filter(method -> !methods.contains(method.name()))
                .forEach(method ->
                    routes.addHttpHandler(
                        method,
                        path,
                        context -> {
                          throw notAllowed(String.join(", ", methods));
                        })));
  }

  private static RuntimeException notAllowed(String methods) {
    return new HttpRefusal(405, "Method Not Allowed", Map.of("Allow", methods));
  }

  private static void answer(HttpServletResponse response, Error failure) {
    try {
      Errors.answer(failure, String.valueOf(response.getHeader(Wiring.REQUEST_ID)))
          .writeTo(response);
    } catch (IOException gone) {
      // nobody is left to tell
    }
  }

  private static void answer(Exception failure, Context context) {
    try {
      Errors.send(failure, context);
    } catch (IOException gone) {
      // nobody is left to tell
    }
  }

  private static void configure(
      JavalinConfig config, HttpSettings settings, Operations operations) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "application/json";
    config.router.treatMultipleSlashesAsSingleSlash = true;
    config.router.ignoreTrailingSlashes = true;
    config.router.javaLangErrorHandler(HttpApi::answer);
    config.jetty.modifyHttpConfiguration(http -> Wiring.configure(http, settings));
    config.jetty.addConnector((server, http) -> {
      var connector = new ServerConnector(server, new HttpConnectionFactory(http));
      connector.setHost(settings.host());
      connector.setPort(settings.port());
      connector.setAcceptQueueSize(BACKLOG);
      connector.setIdleTimeout(settings.idleTimeout().toMillis());
      connector.addBean(new SlowHeaders(connector.getScheduler(), settings.idleTimeout()));
      return connector;
    });
    config.jetty.modifyServletContextHandler(context -> {
      context.setErrorHandler(new JettyErrors());
      context.getServletHandler().setDecodeAmbiguousURIs(true);
    });
    config.jetty.modifyServer(server -> configure(server, operations));
  }

  private static void configure(Server server, Operations operations) {
    server.setErrorHandler(new JettyErrors());
    server.insertHandler(new GracefulHandler());
    server.setStopTimeout(STOP_MILLIS);
    server.setRequestLog((request, response) -> {
      try (var _ =
          MDC.putCloseable(
              Endpoint.LOGGED_REQUEST_ID,
              String.valueOf(request.getAttribute(Endpoint.REQUEST_ID)))) {
        operations.observed(
            request.getAttribute(Endpoint.OPERATION) instanceof String id ? id : "none",
            response.getStatus(),
            System.nanoTime() - request.getBeginNanoTime());
      }
    });
  }

  /** How many requests wait for what happens to a job. */
  public int waiting() {
    return watch.lookouts();
  }

  /** Where it listens, or listened. */
  public int port() {
    return port;
  }

  /**
   * Answers who waits for jobs, lets what runs end, for 5 seconds, and refuses what comes
   * meanwhile.
   */
  @Override
  public void close() {
    watch.close();
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn("Some requests did not end within {} ms and were cut off", STOP_MILLIS);
    }
  }
}
