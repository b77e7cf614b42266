package dev.taxon.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every kit starts from: an empty store on the database under test, a clock that stands, and
 * two tenants. A kit is one behaviour of the store; each database inherits all of them.
 */
@Timeout(60)
abstract class StoreKit {
  @TempDir Path folder;
  final TestClock clock = new TestClock();
  StoreSettings settings;
  Store store;

  /** Settings for an empty database with its blobs in the folder. */
  abstract StoreSettings emptyStore(Path folder);

  @BeforeEach
  void openStore() {
    settings = emptyStore(folder.resolve("data"));
    store = Store.open(settings, clock);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** A number from the database itself. */
  long number(String sql) {
    try (var connection = store.queueConnections().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Does all of it at the same moment, each in a thread of its own; results in the same order. */
  static <T> List<T> atOnce(List<Callable<T>> tasks) throws InterruptedException {
    var start = new CyclicBarrier(tasks.size());
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      var futures = new ArrayList<Future<T>>();
      for (var task : tasks) {
        futures.add(
            threads.submit(() -> {
              start.await(30, TimeUnit.SECONDS);
              return task.call();
            }));
      }
      var results = new ArrayList<T>();
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
