package dev.taxon.bench.quality;

import dev.taxon.TextEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An encoder whose vectors are kept in a file from one run to the next. The file is named after
 * what the encoder makes of a fixed text, so that another model starts another file.
 */
public final class KeptVectors implements TextEncoder, AutoCloseable {
  private static final String PROBE = "What kind of document is this?";

  private final TextEncoder encoder;
  private final Map<String, float[]> vectors = new HashMap<>();
  private final DataOutputStream out;

  /**
   * @param folder of our own
   */
  public KeptVectors(TextEncoder encoder, Path folder) throws IOException {
    this.encoder = encoder;
    Files.createDirectories(folder);
    String model = Digest.of(Arrays.toString(encoder.encode(List.of(PROBE)).getFirst()));
    Path file = folder.resolve("vectors-" + model.substring(0, 16));
    long whole = Files.exists(file) ? load(file) : 0;
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(whole);
    }
    out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND)));
  }

  /** Answers how many bytes hold whole entries: a killed run may leave half of one. */
  private long load(Path file) throws IOException {
    long whole = 0;
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        String key = in.readUTF();
        var vector = new float[encoder.dimensions()];
        for (int i = 0; i < vector.length; i++) {
          vector[i] = in.readFloat();
        }
        vectors.put(key, vector);
        whole += 2 + key.length() + 4L * vector.length;
      }
    } catch (EOFException end) {
      return whole;
    }
  }

  @Override
  public int dimensions() {
    return encoder.dimensions();
  }

  @Override
  public synchronized List<float[]> encode(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }

  private float[] encode(String text) {
    return vectors.computeIfAbsent(
        Digest.of(text),
        key -> {
          float[] vector = encoder.encode(List.of(text)).getFirst();
          try {
            out.writeUTF(key);
            for (float number : vector) {
              out.writeFloat(number);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return vector;
        });
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
