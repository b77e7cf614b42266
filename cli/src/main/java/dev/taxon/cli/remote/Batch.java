package dev.taxon.cli.remote;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rules.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a service classify some files: uploads them, makes one job of them, waits for its end, and
 * takes the uploads back.
 *
 * @param uploads so many at once, at least 1
 * @param stopped asked now and then; true ends the waiting, the job goes on by itself
 */
public record Batch(
    Service service, RuleBook book, int uploads, Progress progress, BooleanSupplier stopped) {
  /** As many files fit into one job. */
  public static final int MOST_FILES = 500;

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  /** A file, and what the service shall call it. */
  public record Item(String shown, String name, Path path) {}

  /**
   * What came of it.
   *
   * @param job null when no file could be uploaded
   * @param rows one for each item, in their order; null where none was awaited any more
   */
  public record Result(Service.@Nullable Job job, List<@Nullable Row> rows) {}

  /**
   * Classifies.
   *
   * @param items 1 to {@link #MOST_FILES}
   */
  public Result classify(List<Item> items) throws InterruptedException {
    var rows = new ArrayList<@Nullable Row>();
    var ids = new ArrayList<String>();
    List<Object> uploaded = upload(items);
    for (int i = 0; i < items.size(); i++) {
      if (uploaded.get(i) instanceof String id) {
        ids.add(id);
        rows.add(null);
      } else {
        rows.add((Row) uploaded.get(i));
      }
    }
    if (ids.isEmpty() || stopped.getAsBoolean()) {
      return new Result(null, rows);
    }
    Service.Job job = service.createJob(ids, book);
    job = await(job, ids.size());
    List<Service.Answer> answers = service.results(job.id());
    var reasons = new Reasons(job.message());
    int next = 0;
    for (int i = 0; i < items.size(); i++) {
      if (rows.get(i) == null) {
        rows.set(i, row(items.get(i).shown(), answers.get(next++), job, reasons));
      }
    }
    for (String id : ids) {
      service.delete(id);
    }
    return new Result(job, rows);
  }

  private static @Nullable Row row(
      String shown, Service.Answer answer, Service.Job job, Reasons reasons) {
    if (answer.isDecided()) {
      return new Row(shown, answer.type(), answer.confidence(), answer.reasoning(), null);
    }
    return job.isEnded() ? Row.failed(shown, reasons.of(answer.fileId())) : null;
  }

  /** For each item its id, or the row that says why it has none. */
  private List<Object> upload(List<Item> items) throws InterruptedException {
    var done = new AtomicInteger();
    var results = new ArrayList<Object>();
    progress.at(new Progress.Step("uploading", 0, items.size()));
    try (var threads = Executors.newFixedThreadPool(uploads, Thread.ofVirtual().factory())) {
      var futures = new ArrayList<Future<Object>>();
      for (Item item : items) {
        futures.add(
            threads.submit(() -> {
              Object result = upload(item);
              progress.at(new Progress.Step("uploading", done.incrementAndGet(), items.size()));
              return result;
            }));
      }
      try {
        for (Future<Object> future : futures) {
          results.add(future.get());
        }
      } catch (ExecutionException e) {
        threads.shutdownNow();
        if (e.getCause() instanceof Failure failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    return results;
  }

  private Object upload(Item item) throws InterruptedException {
    if (stopped.getAsBoolean()) {
      return Row.failed(item.shown(), "Not uploaded: the run was ended.");
    }
    try {
      return service.upload(item.path(), item.name());
    } catch (java.io.UncheckedIOException e) {
      return Row.failed(item.shown(), "There is no such file.");
    } catch (Failure failure) {
      if (failure.exit() == Exit.USAGE) {
        // this file is refused, such as one that is too large; others may pass
        return Row.failed(item.shown(), String.valueOf(failure.getMessage()));
      }
      throw failure;
    }
  }

  private Service.Job await(Service.Job created, int files) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    Service.Job job = created;
    progress.at(new Progress.Step("waiting", 0, files));
    while (!job.isEnded() && !stopped.getAsBoolean()) {
      Thread.sleep(pause);
      pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 3 / 2);
      if (pause > 300) {
        int decided =
            (int) service.results(job.id()).stream().filter(Service.Answer::isDecided).count();
        progress.at(new Progress.Step("waiting", decided, files));
      }
      job = service.job(job.id());
    }
    return job;
  }
}
