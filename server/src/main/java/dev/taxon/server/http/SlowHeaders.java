package dev.taxon.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose first request does not come whole in time. A byte now and then keeps a
 * connection from being silent, and would hold it for ever.
 */
final class SlowHeaders implements Connection.Listener {
  private final Scheduler scheduler;
  private final Duration atMost;
  private final Map<Connection, Scheduler.Task> watched = new ConcurrentHashMap<>();

  SlowHeaders(Scheduler scheduler, Duration atMost) {
    this.scheduler = scheduler;
    this.atMost = atMost;
  }

  @Override
  public void onOpened(Connection connection) {
    watched.put(
        connection,
        scheduler.schedule(
            () -> {
              watched.remove(connection);
              if (connection.getMessagesIn() == 0) {
                connection.close();
              }
            },
            atMost.toMillis(),
            TimeUnit.MILLISECONDS));
  }

  @Override
  public void onClosed(Connection connection) {
    Scheduler.Task task = watched.remove(connection);
    if (task != null) {
      task.cancel();
    }
  }
}
