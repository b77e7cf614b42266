package dev.taxon.cli.run;

import dev.taxon.cli.console.Progress;
import dev.taxon.cli.remote.Batch;
import dev.taxon.cli.remote.Service;
import dev.taxon.cli.rows.Row;
import dev.taxon.cli.rules.RuleBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a service do the work, a job for every 500 files.
 *
 * @param uploads so many at once, at least 1
 */
record RemoteJudge(Service service, RuleBook book, int uploads) implements Judge {
  @Override
  public String name() {
    return service.base().toString();
  }

  @Override
  public List<String> marks() {
    return List.of("service", name());
  }

  @Override
  public void judge(
      List<Source> sources, Answers answers, Progress progress, Interruption interruption)
      throws InterruptedException {
    var batch = new Batch(service, book, uploads, progress, interruption::isAsked);
    for (int from = 0; from < sources.size() && !interruption.isAsked(); from += Batch.MOST_FILES) {
      List<Source> some = sources.subList(from, Math.min(sources.size(), from + Batch.MOST_FILES));
      List<@Nullable Row> rows =
          batch
              .classify(
                  some.stream()
                      .map(
                          source -> new Batch.Item(source.name(), source.fileName(), source.path()))
                      .toList())
              .rows();
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        if (row != null) {
          answers.answer(from + i, row);
        }
      }
    }
  }
}
