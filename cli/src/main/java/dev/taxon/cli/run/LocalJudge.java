package dev.taxon.cli.run;

import dev.taxon.ClassifyFailure;
import dev.taxon.Document;
import dev.taxon.ReadFailure;
import dev.taxon.ReadRequest;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rules.RuleBook;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decides in this process, as the service does, several files at once.
 *
 * @param jobs so many files at once, at least 1
 */
record LocalJudge(Parts parts, RuleBook book, int jobs) implements Judge {
  /** So long files at work may still finish after Ctrl-C. */
  private static final long GRACE_MILLIS = 2_000;

  @Override
  public String name() {
    return parts.engine();
  }

  @Override
  public List<String> marks() {
    return parts.marks();
  }

  @Override
  public void judge(
      List<Source> sources, Answers answers, Progress progress, Interruption interruption)
      throws InterruptedException {
    var next = new AtomicInteger();
    var end = new AtomicReference<@Nullable ClassifyFailure>();
    var workers =
        Executors.newFixedThreadPool(
            Math.clamp(jobs, 1, Math.max(1, sources.size())),
            Thread.ofPlatform().daemon().name("run-", 0).factory());
    for (int worker = 0; worker < jobs; worker++) {
      workers.execute(() -> {
        int index;
        while (!interruption.isAsked()
            && end.get() == null
            && (index = next.getAndIncrement()) < sources.size()) {
          Row row;
          try {
            row = answer(sources.get(index));
          } catch (ClassifyFailure lasting) {
            end.compareAndSet(null, lasting);
            return;
          }
          // what fails while the process ends may fail because it ends
          if (!(interruption.isAsked() && row.isFailed())) {
            answers.answer(index, row);
          }
        }
      });
    }
    workers.shutdown();
    while (!workers.awaitTermination(100, TimeUnit.MILLISECONDS)) {
      if (interruption.isAsked()) {
        if (!workers.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
          workers.shutdownNow();
        }
        return;
      }
    }
    ClassifyFailure lasting = end.get();
    if (lasting != null) {
      throw lasting;
    }
  }

  /**
   * The row of one file.
   *
   * @throws ClassifyFailure when every other file would fare the same
   */
  private Row answer(Source source) {
    if (!Files.isRegularFile(source.path())) {
      return Row.failed(source.name(), "There is no such file.");
    }
    var request = new ReadRequest(source.fileName(), book.language(), book.pages(), parts.limits());
    try {
      Document document = parts.reader().read(source.path(), request);
      return Row.of(source.name(), parts.classifier().classify(document, book.rules()));
    } catch (ReadFailure failure) {
      return Row.failed(source.name(), failure.code() + ": " + failure.getMessage());
    } catch (ClassifyFailure failure) {
      if (failure.code().isLasting()) {
        throw failure;
      }
      ReadFailure.Code code =
          failure.code() == ClassifyFailure.Code.TIMEOUT
              ? ReadFailure.Code.TIMEOUT
              : ReadFailure.Code.ENGINE_ERROR;
      return Row.failed(source.name(), code + ": " + failure.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // A document must not end the run for its neighbours.
      return Row.failed(
          source.name(),
          ReadFailure.Code.ENGINE_ERROR
              + ": The document could not be classified ("
              + e.getClass().getSimpleName()
              + ").");
    }
  }
}
