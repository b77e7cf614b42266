package dev.taxon.server.work;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How often the process died while it may have worked on a document: all that an entry carries, as
 * digits in {@code task_data}, nothing for none.
 *
 * <p>The first death is told by the mark of a picked entry alone, so that documents cost no further
 * write. Each later attempt is made alone and counted when it begins: others that are picked and
 * wait for theirs have done nothing.
 */
final class Crashes implements Serializer {
  static int read(byte @Nullable [] data) {
    return data == null ? 0 : Integer.parseInt(new String(data, StandardCharsets.US_ASCII));
  }

  static byte[] written(int crashes) {
    return Integer.toString(crashes).getBytes(StandardCharsets.US_ASCII);
  }

  /** The count of an entry that was picked when its server died. */
  static int afterDeath(int crashes) {
    return Math.max(1, crashes);
  }

  @Override
  @SuppressWarnings("NullAway") // the library's null is an entry without data
  public byte[] serialize(@Nullable Object data) {
    return data == null || data.equals(0) ? null : written((Integer) data);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
    return type.cast(read(data));
  }
}
