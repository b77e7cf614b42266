package dev.taxon.server.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.taxon.Classifier;
import dev.taxon.DocumentReader;
import dev.taxon.store.Store;
import dev.taxon.store.WorkQueue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of documents and the threads that work on it. Entries are made in the transaction that
 * makes a job and survive everything that the database survives; each document gets exactly one
 * outcome, however often the process dies.
 */
public final class Work implements WorkQueue, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Work.class);

  /** Another server that is silent for four of these is dead. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** After the grace, for threads to notice that they are interrupted. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Store store;
  private final WorkSettings settings;
  private final Clock clock;
  private final Queue queue;
  private final DocumentTask task;
  private final ExecutorService workers;
  private final Scheduler scheduler;
  private final Classifier classifier;
  private final AtomicBoolean isPrepared = new AtomicBoolean();
  private volatile boolean isStarted;

  public Work(
      Store store,
      DocumentReader reader,
      Classifier classifier,
      WorkSettings settings,
      WorkObserver observer,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.classifier = classifier;
    JdbcCustomization database = new AutodetectJdbcCustomization(store.queueConnections());
    this.queue = new Queue(database);
    this.task = new DocumentTask(store, queue, reader, classifier, settings, observer);
    this.workers =
        Executors.newFixedThreadPool(
            settings.workers(), Thread.ofPlatform().name("worker-", 1).factory());
    this.scheduler =
        Scheduler.create(store.queueConnections(), task.task())
            .schedulerName(new SchedulerName.Fixed(settings.name()))
            .jdbcCustomization(database)
            .serializer(new Crashes())
            .clock(clock::instant)
            .threads(settings.workers())
            .executorService(workers)
            .enablePriority()
            .enableImmediateExecution()
            // picks when work begins, not before: a picked entry tells of a crash
            .pollUsingFetch(1, 8)
            .pollingInterval(settings.poll())
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(settings.stopGrace())
            .failureLogging(LogLevel.OFF, false)
            .build();
  }

  /** Takes up what an earlier life of this server left, then begins to work. */
  public void start() {
    try (Connection connection = store.queueConnections().getConnection()) {
      recover(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The work queue cannot be read.", e);
    }
    scheduler.start();
    isStarted = true;
  }

  /** To be called after a transaction with new entries was committed: they start at once. */
  public void wake() {
    prepare();
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void enqueue(Connection transaction, UUID jobId, List<UUID> documentIds, Instant createdAt)
      throws SQLException {
    queue.add(transaction, documentIds, due(createdAt));
  }

  /** Documents at work now. */
  public int running() {
    return task.running();
  }

  /** Readers that never came back and still hold a thread. */
  public int abandoned() {
    return task.abandoned();
  }

  /** Whether so many of them hold threads that further documents may find none. */
  public boolean isExhausted() {
    return task.isExhausted();
  }

  /** Whether documents are taken up. */
  public boolean isRunning() {
    return isStarted && !scheduler.getSchedulerState().isShuttingDown();
  }

  /**
   * Takes up nothing new and waits for what runs, at most for the grace; then interrupts it. What
   * waits and what was interrupted starts anew after the next start.
   */
  @Override
  public void close() {
    scheduler.stop();
    try {
      if (!workers.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Some documents did not let go; they are taken up again at the next start.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void recover(Connection connection) throws SQLException {
    // before the entries are looked at: another server may end documents or queue new ones
    // meanwhile
    Map<UUID, List<UUID>> waiting = new LinkedHashMap<>();
    for (UUID job : store.jobs().jobsAtWork()) {
      waiting.put(job, store.jobs().documentsWithoutOutcome(job));
    }
    connection.setAutoCommit(false);
    try {
      int released =
          queue.release(connection, settings.name(), due(clock.instant()).plus(settings.caution()));
      Set<UUID> queued = queue.documents(connection);
      int lost = 0;
      for (List<UUID> documents : waiting.values()) {
        List<UUID> missing = documents.stream().filter(d -> !queued.contains(d)).toList();
        queue.add(connection, missing, due(clock.instant()));
        lost += missing.size();
      }
      connection.commit();
      if (!waiting.isEmpty()) {
        prepare();
      }
      if (released > 0) {
        LOG.info("Documents taken up that were at work when the server died: {}.", released);
      }
      if (lost > 0) {
        LOG.warn("Documents queued again whose entries were lost: {}.", lost);
      }
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /**
   * While the first document is read, what deciding needs is loaded; an idle server does without.
   */
  private void prepare() {
    if (!isPrepared.getAndSet(true)) {
      Thread.ofPlatform().daemon().name("prepare").start(classifier::prepare);
    }
  }

  /** Surely not in the future, also when clocks disagree by a little. */
  private Instant due(Instant createdAt) {
    Instant now = clock.instant();
    return (createdAt.isBefore(now) ? createdAt : now).minusSeconds(1);
  }
}
