package dev.taxon.distil;

import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.profile.ProfileTableWriter;
import dev.taxon.engine.table.WordTable;
import dev.taxon.engine.table.WordTableWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Makes the engine's two tables from the encoder. The word table: each term through the encoder,
 * less the mean, on the first {@value #DIMENSIONS} principal directions, at unit length, weighted
 * by {@code a / (a + p)} with p the term's frequency and a = {@value #SMOOTHING}. Two to four
 * minutes on two cores; the same bytes on every run on one machine.
 */
public final class Distil {
  private static final int DIMENSIONS = 256;
  private static final double SMOOTHING = 1e-3;

  private Distil() {}

  /**
   * {@code PROFILES ENGINE [profiles]}: the folder of profile files, and that of the engine's
   * classes' resources; with the third word the word table stays as it is.
   */
  public static void main(String[] arguments) throws Exception {
    boolean all = arguments.length == 2;
    if (!all && !(arguments.length == 3 && arguments[2].equals("profiles"))) {
      System.err.println(
          "usage: distil FOLDER-OF-PROFILES FOLDER-OF-THE-ENGINES-RESOURCES [profiles]");
      System.exit(2);
    }
    Path engine = Path.of(arguments[1]);
    Path wordTable = engine.resolve("table/words.table");
    if (all) {
      put(wordTable, table(Vocabulary.load(), System.err));
    }
    byte[] words = Files.readAllBytes(wordTable);
    var sources = ProfileSources.in(Path.of(arguments[0]));
    System.err.printf("reading %d profiles%n", sources.profiles().size());
    var profiles = new ByteArrayOutputStream();
    try (var encoder = new SentenceEncoder(0)) {
      new ProfileTableWriter(WordTable.read(new ByteArrayInputStream(words)), encoder)
          .write(sources.profiles(), sources.digest(), profiles);
    }
    put(engine.resolve("profile/profiles.table"), profiles.toByteArray());
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    String digest = Digests.sha256(bytes);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.writeString(
        file.resolveSibling(file.getFileName() + ".sha256"),
        digest + "  " + file.getFileName() + "\n");
    System.out.printf("%s  %s, %,d bytes%n", digest, file, bytes.length);
  }

  static byte[] table(Vocabulary vocabulary, PrintStream progress)
      throws IOException, InterruptedException, ExecutionException {
    List<Vocabulary.Entry> entries = vocabulary.entries();
    float[][] encoded = encode(entries, progress);
    progress.println("projecting");
    Projection projection = Projection.of(encoded, DIMENSIONS);
    var writer = new WordTableWriter();
    var rows = new float[encoded.length][];
    for (int i = 0; i < rows.length; i++) {
      Vocabulary.Entry entry = entries.get(i);
      rows[i] = projection.apply(encoded[i], SMOOTHING / (SMOOTHING + entry.probability()));
      writer.add(entry.term(), entry.language(), entry.idf(), entry.stop(), rows[i]);
    }
    float[][] ordinary =
        OrdinaryTexts.bags(vocabulary).stream()
            .map(bag -> unitSum(bag, rows))
            .toArray(float[][]::new);
    var mean = new float[DIMENSIONS];
    for (float[] text : ordinary) {
      for (int i = 0; i < DIMENSIONS; i++) {
        mean[i] += text[i] / ordinary.length;
      }
    }
    var out = new ByteArrayOutputStream();
    writer.write(mean, toFloats(Projection.of(ordinary, 1).direction(0)), out);
    return out.toByteArray();
  }

  private static float[] toFloats(double[] numbers) {
    var floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  private static float[][] encode(List<Vocabulary.Entry> entries, PrintStream progress)
      throws InterruptedException, ExecutionException {
    var vectors = new float[entries.size()][];
    var done = new AtomicInteger();
    int threads = Runtime.getRuntime().availableProcessors();
    try (var encoder = new SentenceEncoder(0);
        var pool = Executors.newFixedThreadPool(threads)) {
      List<? extends Future<?>> parts =
          IntStream.range(0, threads)
              .mapToObj(part ->
                  pool.submit(() -> {
                    for (int i = part; i < vectors.length; i += threads) {
                      String term = entries.get(i).term().replace('_', ' ');
                      vectors[i] = encoder.encode(List.of(term)).getFirst();
                      int count = done.incrementAndGet();
                      if (count % 5_000 == 0) {
                        progress.printf("%,d of %,d terms%n", count, vectors.length);
                      }
                    }
                  }))
              .toList();
      for (Future<?> part : parts) {
        part.get();
      }
    }
    return vectors;
  }

  private static float[] unitSum(int[] bag, float[][] rows) {
    var sum = new double[DIMENSIONS];
    for (int row : bag) {
      for (int i = 0; i < DIMENSIONS; i++) {
        sum[i] += rows[row][i];
      }
    }
    double square = 0;
    for (double x : sum) {
      square += x * x;
    }
    var unit = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      unit[i] = (float) (sum[i] / Math.sqrt(square));
    }
    return unit;
  }
}
