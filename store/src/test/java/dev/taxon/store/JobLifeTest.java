package dev.taxon.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Decision;
import dev.taxon.RuleSet;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLifeTest {
  @TempDir Path folder;

  @Test
  void aJobIsMadeDecidedAndRead() throws Exception {
    try (var store = Store.open(StoreSettings.sqlite(folder), Clock.systemUTC())) {
      var project = store.access().createOrganization("Acme");
      var key = store.access().createKey("secret", "test", "anna", project.organizationId(), null);
      var blob = store.blobs().put(new ByteArrayInputStream("hello".getBytes(UTF_8)), 100);
      var file =
          store
              .files()
              .create(
                  new NewFile(
                      project.id(),
                      "a.txt",
                      null,
                      "txt",
                      null,
                      blob,
                      null,
                      null,
                      null,
                      null,
                      null,
                      null));
      var creation =
          store
              .jobs()
              .create(
                  new NewJob(
                      Wire.V1,
                      project.id(),
                      key.id(),
                      "anna",
                      RuleSet.of("letter", "a letter to somebody"),
                      new JobOptions("FAST", "en", 5, null),
                      List.of(new NewJob.Item(file.id(), "F1")),
                      null,
                      "00",
                      false,
                      null,
                      null,
                      null),
                  (transaction, jobId, documentIds, createdAt) -> {});
      assertThat(creation).isInstanceOf(JobCreation.Created.class);
      var job = ((JobCreation.Created) creation).job();
      var document = store.jobs().documentsWithoutOutcome(job.id()).getFirst();
      store
          .jobs()
          .fileClassified(
              document, new Decision("letter", 0.9, "it says hello", List.of(), List.of()));
      assertThat(store.jobs().find(key.scope(), job.id()).orElseThrow().status())
          .isEqualTo(JobStatus.SUCCESS);
      assertThat(store.jobs().items(job.id(), 0, 500).getFirst().spelling()).isEqualTo("F1");
    }
  }
}
