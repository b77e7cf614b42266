package dev.taxon.server.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.taxon.Classifier;
import dev.taxon.ClassifyFailure;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.DocumentReader;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadRequest;
import dev.taxon.store.DocumentWork;
import dev.taxon.store.JobOptions;
import dev.taxon.store.Outcome;
import dev.taxon.store.StorageFull;
import dev.taxon.store.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One document from its turn to its outcome.
 *
 * <p>Four things can go wrong, and each ends. What the file or the engine does wrong is the file's
 * failure. When the store does not answer, the entry is tried again, later and later; while it is
 * full, until there is room. While the program that decides cannot be asked, where it is not this
 * one, the document waits, read but undecided. When the process dies, the entry is tried again
 * alone, so that it takes no neighbour down with it a second time, and after five deaths the file
 * has failed.
 */
final class DocumentTask {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentTask.class);
  private static final int CRASHES_ALLOWED = 5;

  /** Times that an outcome could not be stored before the file is given up: about a minute. */
  private static final int STORE_FAILURES_ALLOWED = 10;

  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);

  /** Between two attempts while the database is full. */
  private static final Duration NO_ROOM_PAUSE = Duration.ofSeconds(2);

  /** Between two lines of the log about that. */
  private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

  /** Between two looks at a document that another job still reads. */
  private static final Duration SOURCE_PAUSE = Duration.ofMillis(200);

  /** Threads beside the workers' own that may still run though nobody waits for them. */
  private static final int SPARE_THREADS = 32;

  private final Store store;
  private final Queue queue;
  private final DocumentReader reader;
  private final Classifier classifier;
  private final WorkSettings settings;
  private final WorkObserver observer;
  private final Deadline deadline;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  private final AtomicReference<@Nullable Told> told = new AtomicReference<>();

  /** Shared by documents without a past; held alone by one that was there when the process died. */
  private final ReentrantReadWriteLock company = new ReentrantReadWriteLock(true);

  /** What the log was told, and when. */
  private record Told(String sentence, long nanos) {}

  DocumentTask(
      Store store,
      Queue queue,
      DocumentReader reader,
      Classifier classifier,
      WorkSettings settings,
      WorkObserver observer) {
    this.store = store;
    this.queue = queue;
    this.reader = reader;
    this.classifier = classifier;
    this.settings = settings;
    this.observer = observer;
    this.deadline = new Deadline(settings.workers() + SPARE_THREADS);
  }

  /** As db-scheduler knows it. */
  CustomTask<Integer> task() {
    return Tasks.custom(Queue.TASK, Integer.class)
        .onFailure(this::retry)
        .onDeadExecution(this::revive)
        .execute(this::execute);
  }

  /** Documents at work now. */
  int running() {
    return running.size();
  }

  /** Threads that never came back. */
  int abandoned() {
    return deadline.abandoned();
  }

  /** Whether no thread is spare any more. */
  boolean isExhausted() {
    return deadline.abandoned() >= SPARE_THREADS;
  }

  private CompletionHandler<Integer> execute(
      TaskInstance<Integer> entry, ExecutionContext context) {
    var id = UUID.fromString(entry.getId());
    MDC.put("document_id", entry.getId());
    running.add(entry.getId());
    try {
      var work = store.jobs().work(id);
      if (work.isPresent()) {
        MDC.put("job_id", work.get().jobId().toString());
        if (waitsForSource(work.get())) {
          return (complete, operations) ->
              operations.reschedule(
                  complete, complete.getTimeDone().plus(SOURCE_PAUSE), entry.getData());
        }
        end(work.get(), entry.getData(), context.getExecution().consecutiveFailures);
      }
      return new CompletionHandler.OnCompleteRemove<>();
    } catch (StorageFull e) {
      LOG.warn("A document waits for room: {}.", e.getMessage());
      observer.retried();
      // a good end to the queue, which would count a bad one against the document
      return (complete, operations) ->
          operations.reschedule(
              complete, complete.getTimeDone().plus(NO_ROOM_PAUSE), entry.getData());
    } catch (ClassifyFailure e) {
      tell(e);
      observer.retried();
      return (complete, operations) ->
          operations.reschedule(
              complete, complete.getTimeDone().plus(settings.undecidedPause()), entry.getData());
    } catch (InterruptedException stop) {
      return (complete, operations) ->
          operations.reschedule(complete, complete.getExecution().executionTime, entry.getData());
    } catch (OutOfMemoryError e) {
      LOG.error("Out of memory; the document is tried again alone.", e);
      observer.retried();
      return (complete, operations) ->
          operations.reschedule(complete, complete.getTimeDone(), entry.getData() + 1);
    } finally {
      running.remove(entry.getId());
      MDC.remove("document_id");
      MDC.remove("job_id");
    }
  }

  /** Many documents wait for the same thing; one line says so. */
  private void tell(ClassifyFailure failure) {
    long now = System.nanoTime();
    Told last = told.get();
    boolean isNews =
        last == null
            || !last.sentence().equals(failure.getMessage())
            || now - last.nanos() > TOLD_AGAIN.toNanos();
    if (isNews && told.compareAndSet(last, new Told(String.valueOf(failure.getMessage()), now))) {
      LOG.warn("Documents wait to be decided: {}", failure.getMessage());
    }
  }

  private static boolean waitsForSource(DocumentWork work) {
    return work.source() != null && work.source().outcome() == null;
  }

  /** Gives the document its outcome. */
  private void end(DocumentWork work, int crashes, int storeFailures) throws InterruptedException {
    if (crashes >= CRASHES_ALLOWED) {
      failed(
          work,
          ReadFailure.Code.ENGINE_ERROR,
          "The server died or ran out of memory " + crashes + " times while it read this file.");
      return;
    }
    if (storeFailures >= STORE_FAILURES_ALLOWED) {
      failed(
          work,
          ReadFailure.Code.ENGINE_ERROR,
          "The result of this file could not be stored; the server's log says why.");
      return;
    }
    if (work.source() != null && !(work.source().outcome() instanceof Outcome.Read)) {
      sourceFailed(work, work.source());
      return;
    }
    if (work.isFirst()) {
      store.course().begun(work.jobId());
    }
    Lock lock = crashes > 0 ? company.writeLock() : company.readLock();
    lock.lockInterruptibly();
    try {
      if (crashes > 0) {
        // a death while the engine is loaded is not this document's
        classifier.prepare();
        count(work, crashes + 1);
      }
      Optional<Document> kept = store.texts().of(work);
      Handled handled = deadline.call(settings.deadline(), () -> handle(work, kept));
      if (kept.isEmpty()) {
        store.texts().keep(work, handled.document());
      }
      if (handled.failure() != null) {
        undecided(work, handled.failure());
        return;
      }
      if (handled.decision() == null
          ? store.course().fileRead(work.documentId())
          : store.course().fileClassified(work.documentId(), handled.decision())) {
        observer.ended(null);
      }
    } catch (TimeoutException e) {
      LOG.warn("Reading did not end in time and was abandoned.");
      failed(
          work,
          ReadFailure.Code.TIMEOUT,
          "Reading this file took longer than the "
              + inWords(settings.limits().time())
              + " allowed.");
    } catch (Deadline.NoPlace e) {
      LOG.error(
          "{} files are still being read though their time is over; restart the server.",
          deadline.abandoned());
      failed(
          work,
          ReadFailure.Code.TIMEOUT,
          "This file could not be read because others never let go of the server; send it again"
              + " after a restart.");
    } catch (ExecutionException e) {
      failed(work, e.getCause());
    } finally {
      lock.unlock();
    }
  }

  private void count(DocumentWork work, int crashes) {
    try (Connection connection = store.queueConnections().getConnection()) {
      queue.count(connection, work.documentId().toString(), crashes);
    } catch (SQLException e) {
      throw new IllegalStateException("The attempt could not be counted.", e);
    }
  }

  /**
   * What came of a document.
   *
   * @param document as read, before pages were chosen from it
   * @param decision null where nothing was to be decided, or nothing could
   * @param failure why nothing could be decided, or null
   */
  private record Handled(
      Document document, @Nullable Decision decision, @Nullable ClassifyFailure failure) {}

  private Handled handle(DocumentWork work, Optional<Document> kept) throws ReadFailure {
    Document document = kept.isPresent() ? kept.get() : read(work);
    if (work.rules() == null) {
      return new Handled(document, null, null);
    }
    long start = System.nanoTime();
    try {
      Decision decision =
          classifier.classify(
              work.source() == null ? document : chosen(document, work.options()), work.rules());
      observer.decided(Duration.ofNanos(System.nanoTime() - start), decision.way());
      return new Handled(document, decision, null);
    } catch (ClassifyFailure failure) {
      return new Handled(document, null, failure);
    }
  }

  /** A document waits for what somebody must mend, and fails for what is its own. */
  private void undecided(DocumentWork work, ClassifyFailure failure) {
    if (failure.code().isLasting()) {
      throw failure;
    }
    failed(
        work,
        failure.code() == ClassifyFailure.Code.TIMEOUT
            ? ReadFailure.Code.TIMEOUT
            : ReadFailure.Code.ENGINE_ERROR,
        String.valueOf(failure.getMessage()));
  }

  private Document read(DocumentWork work) throws ReadFailure {
    long start = System.nanoTime();
    JobOptions options = work.reading();
    Document document =
        reader.read(
            store.blobs().path(work.blob()),
            new ReadRequest(
                work.name(),
                options.lang(),
                new PageChoice(options.targetPages(), options.maxPages()),
                settings.limits()));
    observer.read(Duration.ofNanos(System.nanoTime() - start));
    return document;
  }

  /** The pages that a job wants of what another one read. */
  private static Document chosen(Document document, JobOptions options) throws ReadFailure {
    List<Integer> targets = options.targetPages();
    int most = options.maxPages() == null ? Integer.MAX_VALUE : options.maxPages();
    List<Page> pages =
        document.pages().stream()
            .filter(page -> targets == null || targets.contains(page.number()))
            .limit(most)
            .toList();
    if (pages.isEmpty()) {
      throw new ReadFailure(
          ReadFailure.Code.NO_DATA_FOUND_IN_FILE,
          "None of the pages that were asked for was read of this file.");
    }
    return new Document(document.mediaType(), pages, document.pageCount(), document.truncated());
  }

  private void sourceFailed(DocumentWork work, DocumentWork.Source source) {
    switch (source.outcome()) {
      case Outcome.Failed(ReadFailure.Code code, String sentence) -> failed(work, code, sentence);
      case null, default ->
          failed(
              work,
              ReadFailure.Code.ENGINE_ERROR,
              "The job that was to read this file was cancelled.");
    }
  }

  private void failed(DocumentWork work, @Nullable Throwable cause) {
    switch (cause) {
      case ReadFailure failure ->
          failed(work, failure.code(), String.valueOf(failure.getMessage()));
      case OutOfMemoryError e -> throw e;
      case null, default -> {
        LOG.error("Reading or deciding failed in a way that nobody foresaw.", cause);
        failed(
            work,
            ReadFailure.Code.ENGINE_ERROR,
            "Taxon could not handle this file; the server's log says why under document "
                + work.documentId()
                + ".");
      }
    }
  }

  private void failed(DocumentWork work, ReadFailure.Code code, String sentence) {
    if (store.course().fileFailed(work.documentId(), code, sentence)) {
      observer.ended(code);
    }
  }

  /** The store did not answer, or something else outside the document broke. */
  private void retry(ExecutionComplete complete, ExecutionOperations<Integer> operations) {
    Execution execution = complete.getExecution();
    LOG.warn(
        "Document {} goes back to the queue after {} failed attempts.",
        execution.getId(),
        execution.consecutiveFailures + 1,
        complete.getCause().orElse(null));
    observer.retried();
    // a stop may have interrupted a call to the store; this one must come through
    boolean wasInterrupted = Thread.interrupted();
    operations.reschedule(
        complete,
        complete.getTimeDone().plus(pause(execution.consecutiveFailures)),
        (Integer) execution.taskInstance.getData());
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Doubles with each failure. */
  private static Duration pause(int failures) {
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 20));
    return pause.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : pause;
  }

  /** Nobody has given a sign of life for this entry: another server died, or this one overslept. */
  private void revive(ExecutionComplete complete, ExecutionOperations<Integer> operations) {
    Execution execution = complete.getExecution();
    if (running.contains(execution.getId())) {
      return;
    }
    boolean ours = settings.name().equals(execution.pickedBy);
    int crashes = (Integer) execution.taskInstance.getData();
    operations.reschedule(complete, Instant.now(), ours ? crashes : Crashes.afterDeath(crashes));
  }

  private static String inWords(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 1) {
      return time.toMillis() + " ms";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
