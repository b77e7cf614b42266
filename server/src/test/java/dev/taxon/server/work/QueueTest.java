package dev.taxon.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import dev.taxon.store.Store;
import dev.taxon.store.StoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which documents are served, read as db-scheduler reads it. */
class QueueTest {
  private final Queue queue = new Queue(new SqliteJdbcCustomization());
  private final Instant start = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path data;
  private Store store;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    store = Store.open(StoreSettings.sqlite(data), Clock.systemUTC());
    connection = store.queueConnections().getConnection();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    connection.rollback();
    connection.close();
    store.close();
  }

  @Test
  void aJobIsServedInItsOwnOrder() throws SQLException {
    List<UUID> job = add(5, 0);

    assertThat(served(10)).isEqualTo(job);
  }

  @Test
  void aOneFileJobWaitsForOneDocumentOfEachJobBeforeIt() throws SQLException {
    for (int job = 0; job < 10; job++) {
      add(500, job);
    }
    serve(1_234);

    UUID small = add(1, 60).getFirst();

    // 5,000 documents in ten jobs before it, and no more than a round of ten to wait for
    assertThat(served(11)).contains(small);
  }

  @Test
  void aJobThatComesLaterDoesNotOvertakeOnesThatWaitedInTheSameRound() throws SQLException {
    UUID first = add(1, 0).getFirst();
    UUID second = add(1, 1).getFirst();

    assertThat(served(2)).containsExactly(first, second);
  }

  @Test
  void aDocumentThatIsPutOffDoesNotHoldTheRoundsBack() throws SQLException {
    List<UUID> old = add(100, 0);
    putOff(old.getFirst());
    serve(50);

    List<UUID> late = add(100, 60);

    // both jobs advance alike from here on
    List<UUID> next = served(20);
    assertThat(next).filteredOn(old::contains).hasSize(10);
    assertThat(next).filteredOn(late::contains).hasSize(10);
  }

  private List<UUID> add(int documents, int second) throws SQLException {
    List<UUID> job = Stream.generate(UUID::randomUUID).limit(documents).toList();
    queue.add(connection, job, start.plusSeconds(second));
    return job;
  }

  /** Who is next, in order. */
  private List<UUID> served(int count) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select task_instance from scheduled_tasks where picked = 0 and execution_time <= ?"
                + " order by priority desc, execution_time asc limit ?")) {
      query.setTimestamp(1, java.sql.Timestamp.from(start.plusSeconds(3_600)));
      query.setInt(2, count);
      var served = new ArrayList<UUID>();
      try (var row = query.executeQuery()) {
        while (row.next()) {
          served.add(UUID.fromString(row.getString(1)));
        }
      }
      return served;
    }
  }

  /** Ends those that are next. */
  private void serve(int count) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from scheduled_tasks where task_instance = ?")) {
      for (UUID document : served(count)) {
        delete.setString(1, document.toString());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  private void putOff(UUID document) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update scheduled_tasks set execution_time = ? where task_instance = ?")) {
      update.setTimestamp(1, java.sql.Timestamp.from(start.plusSeconds(86_400)));
      update.setString(2, document.toString());
      update.executeUpdate();
    }
  }
}
