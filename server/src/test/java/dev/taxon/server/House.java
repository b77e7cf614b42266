package dev.taxon.server;

import dev.taxon.RuleSet;
import dev.taxon.store.ApiKey;
import dev.taxon.store.Job;
import dev.taxon.store.JobCreation;
import dev.taxon.store.JobItem;
import dev.taxon.store.JobOptions;
import dev.taxon.store.NewFile;
import dev.taxon.store.NewJob;
import dev.taxon.store.Outcome;
import dev.taxon.store.Scope;
import dev.taxon.store.Store;
import dev.taxon.store.StoreSettings;
import dev.taxon.store.Wire;
import dev.taxon.store.WorkQueue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A store with one tenant, and jobs made straight into it. */
public final class House implements AutoCloseable {
  public static final RuleSet RULES = RuleSet.of("letter", "a letter from one person to another");

  private final Store store;
  private final ApiKey key;

  public House(StoreSettings settings) {
    store = Store.open(settings, Clock.systemUTC());
    String secret = "a secret of the test";
    key =
        store
            .access()
            .authenticate(secret)
            .orElseGet(() -> {
              var project = store.access().createOrganization("Test");
              return store
                  .access()
                  .createKey(secret, "test", "tester", project.organizationId(), null);
            });
  }

  public Store store() {
    return store;
  }

  /** A job with one document for each text; its files are named 0, 1, 2, … */
  public Job job(WorkQueue queue, String... texts) {
    var items = new ArrayList<NewJob.Item>();
    for (int i = 0; i < texts.length; i++) {
      UUID file = file(Integer.toString(i), texts[i]);
      items.add(new NewJob.Item(file, file.toString()));
    }
    return create(queue, items);
  }

  public Job create(WorkQueue queue, List<NewJob.Item> items) {
    var job =
        new NewJob(
            Wire.V1,
            key.defaultProjectId(),
            key.id(),
            key.userId(),
            RULES,
            new JobOptions("FAST", "en", null, null),
            items,
            List.of(),
            "0".repeat(64),
            false,
            null,
            null,
            null,
            null,
            null,
            null);
    return switch (store.course().create(job, queue)) {
      case JobCreation.Created created -> created.job();
      case JobCreation other -> throw new IllegalStateException("not created: " + other);
    };
  }

  public UUID file(String name, String text) {
    try {
      var blob =
          store
              .blobs()
              .put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20);
      return store
          .files()
          .create(
              new NewFile(
                  key.defaultProjectId(),
                  name,
                  null,
                  "txt",
                  null,
                  blob,
                  "classify",
                  null,
                  null,
                  null,
                  null,
                  null))
          .id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the tenant sees. */
  public Scope scope() {
    return new Scope(key.organizationId(), null);
  }

  public Job find(Job job) {
    return store.jobs().find(scope(), job.wire(), job.id()).orElseThrow();
  }

  public boolean hasEnded(Job job) {
    return find(job).status().isTerminal();
  }

  public List<JobItem> items(Job job) {
    return store.jobs().items(job.id(), 0, 1000);
  }

  public List<@Nullable Outcome> outcomes(Job job) {
    return items(job).stream().map(JobItem::outcome).toList();
  }

  /** Runs one statement on the database. */
  public void execute(String sql) {
    try (var connection = store.queueConnections().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query gives. */
  public int number(String sql) {
    try (var connection = store.queueConnections().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits whatever interrupts it. */
  public static void waitFor(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        // deaf
      }
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
