package dev.taxon.server.work;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How often the process died while it worked on a document: all that an entry carries, as digits in
 * {@code task_data}, nothing for none. An entry is marked as picked when its work begins and not
 * before, so the mark alone survives to tell it.
 */
final class Crashes implements Serializer {
  static int read(byte @Nullable [] data) {
    return data == null ? 0 : Integer.parseInt(new String(data, StandardCharsets.US_ASCII));
  }

  static byte[] written(int crashes) {
    return Integer.toString(crashes).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  @SuppressWarnings("NullAway") // the library's null is an entry without data
  public byte[] serialize(@Nullable Object data) {
    return data == null ? null : written((Integer) data);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
    return type.cast(read(data));
  }
}
