package dev.taxon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a job's documents wait for their turn; entries are made in the transaction that makes the
 * job.
 */
public interface WorkQueue {
  /**
   * Adds one entry for each document, in their order, over the given connection and within its
   * transaction. Must not commit, roll back or close it.
   */
  void enqueue(Connection transaction, UUID jobId, List<UUID> documentIds, Instant createdAt)
      throws SQLException;
}
