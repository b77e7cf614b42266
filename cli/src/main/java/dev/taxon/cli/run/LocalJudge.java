package dev.taxon.cli.run;

import dev.taxon.Classifier;
import dev.taxon.Document;
import dev.taxon.DocumentReader;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import dev.taxon.cli.console.Progress;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rules.RuleBook;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads and decides in this process, as the service does, several files at once.
 *
 * @param jobs so many files at once, at least 1
 */
record LocalJudge(
    DocumentReader reader, Classifier classifier, RuleBook book, ReadLimits limits, int jobs)
    implements Judge {
  /** So long files at work may still finish after Ctrl-C. */
  private static final long GRACE_MILLIS = 2_000;

  @Override
  public String name() {
    return "builtin";
  }

  @Override
  public void judge(
      List<Source> sources, Answers answers, Progress progress, Interruption interruption)
      throws InterruptedException {
    var next = new AtomicInteger();
    var workers =
        Executors.newFixedThreadPool(
            Math.clamp(jobs, 1, Math.max(1, sources.size())),
            Thread.ofPlatform().daemon().name("run-", 0).factory());
    for (int worker = 0; worker < jobs; worker++) {
      workers.execute(() -> {
        int index;
        while (!interruption.isAsked() && (index = next.getAndIncrement()) < sources.size()) {
          Row row = answer(sources.get(index));
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
  }

  private Row answer(Source source) {
    if (!Files.isRegularFile(source.path())) {
      return Row.failed(source.name(), "There is no such file.");
    }
    var request = new ReadRequest(source.fileName(), book.language(), book.pages(), limits);
    try {
      Document document = reader.read(source.path(), request);
      return Row.of(source.name(), classifier.classify(document, book.rules()));
    } catch (ReadFailure failure) {
      return Row.failed(source.name(), failure.code() + ": " + failure.getMessage());
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
