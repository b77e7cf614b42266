package dev.taxon.server.work;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The entries of the queue as rows of {@code scheduled_tasks}, where db-scheduler finds them.
 *
 * <p>Fairness is start-time fair queuing: the k-th document of a job is placed k rounds after the
 * round that is next to be served, and db-scheduler serves lower rounds first, older entries first
 * within a round. So every job that waits gets one document served in each round, however many a
 * job has. A round is kept as a negative {@code priority}. (P. Goyal, H. Vin, H. Cheng: Start-time
 * Fair Queuing, 1996.)
 */
final class Queue {
  static final String TASK = "document";

  /** An entry that was at work when a server died. */
  private record Suspect(String id, int crashes) {}

  private final JdbcCustomization database;

  Queue(JdbcCustomization database) {
    this.database = database;
  }

  /** Adds documents of one job; neither commits nor closes. */
  void add(Connection connection, List<UUID> documents, Instant now) throws SQLException {
    int first = nextPriority(connection, now);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into scheduled_tasks
              (task_name, task_instance, execution_time, picked, version, priority)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      for (int i = 0; i < documents.size(); i++) {
        insert.setString(1, TASK);
        insert.setString(2, documents.get(i).toString());
        database.setInstant(insert, 3, now);
        insert.setBoolean(4, false);
        insert.setLong(5, 1);
        insert.setInt(6, first - i);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * The round that is next to be served, as a priority; from the index scheduled_tasks_by_priority.
   */
  private int nextPriority(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select priority from scheduled_tasks
            where task_name = ? and picked = ? and execution_time <= ?
            order by priority desc
            limit 1
            """)) {
      query.setString(1, TASK);
      query.setBoolean(2, false);
      database.setInstant(query, 3, now);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /**
   * Frees what this server held when it died; from then on it is known to have been there. It
   * waits, and so does what was there at an earlier death, for others that are harmless.
   *
   * @param due when such a document may be tried again
   * @return how many were held
   */
  int release(Connection connection, String server, Instant due) throws SQLException {
    List<Suspect> held = held(connection, server);
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update scheduled_tasks
            set picked = ?, picked_by = null, last_heartbeat = null, version = version + 1,
              task_data = ?
            where task_name = ? and task_instance = ?
            """)) {
      for (Suspect suspect : held) {
        update.setBoolean(1, false);
        update.setBytes(2, Crashes.written(Crashes.afterDeath(suspect.crashes())));
        update.setString(3, TASK);
        update.setString(4, suspect.id());
        update.addBatch();
      }
      update.executeBatch();
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update scheduled_tasks set execution_time = ?, version = version + 1
            where task_name = ? and picked = ? and task_data is not null
            """)) {
      database.setInstant(update, 1, due);
      update.setString(2, TASK);
      update.setBoolean(3, false);
      update.executeUpdate();
    }
    return held.size();
  }

  private static List<Suspect> held(Connection connection, String server) throws SQLException {
    var held = new ArrayList<Suspect>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select task_instance, task_data from scheduled_tasks
            where task_name = ? and picked = ? and picked_by = ?
            """)) {
      query.setString(1, TASK);
      query.setBoolean(2, true);
      query.setString(3, server);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          held.add(new Suspect(row.getString(1), Crashes.read(row.getBytes(2))));
        }
      }
    }
    return held;
  }

  /** Counts an attempt that begins, in case that the process does not survive it. */
  void count(Connection connection, String entry, int crashes) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update scheduled_tasks set task_data = ? where task_name = ? and task_instance = ?")) {
      update.setBytes(1, Crashes.written(crashes));
      update.setString(2, TASK);
      update.setString(3, entry);
      update.executeUpdate();
    }
  }

  /** All documents that have an entry. */
  Set<UUID> documents(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select task_instance from scheduled_tasks where task_name = ?")) {
      query.setString(1, TASK);
      var documents = new HashSet<UUID>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          documents.add(UUID.fromString(row.getString(1)));
        }
      }
      return documents;
    }
  }
}
