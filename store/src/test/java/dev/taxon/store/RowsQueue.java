package dev.taxon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A queue that only writes its entries into the table that the store keeps for it. */
final class RowsQueue implements WorkQueue {
  @Override
  public void enqueue(Connection transaction, UUID jobId, List<UUID> documentIds, Instant createdAt)
      throws SQLException {
    try (var insert =
        transaction.prepareStatement(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values ('document', ?, ?, ?, 1)
            """)) {
      for (var documentId : documentIds) {
        insert.setString(1, documentId.toString());
        insert.setTimestamp(2, Timestamp.from(createdAt));
        insert.setBoolean(3, false);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
