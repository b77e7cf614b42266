package dev.taxon.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceEncoderTest {
  private static final SentenceEncoder ENCODER = new SentenceEncoder(100);

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  /** First and last number of each vector as the model's own Java binding gives them. */
  @Test
  void agreesWithTheModelsOwnBinding() {
    assertEnds("invoice: a request for payment", -0.0647141f, -0.0470280f);
    assertEnds("Rechnung Nr. 42, zahlbar bis", -0.0697669f, 0.0446159f);
    assertEnds("Café menu, naïve Zürich 東京 résumé", -0.0452313f, -0.0359508f);
    assertEnds("a b c d e f g", -0.0189105f, -0.0308907f);
  }

  @Test
  void textsOfLikeMeaningAreNearerThanOthers() {
    var vectors =
        ENCODER.encode(
            List.of(
                "please pay this bill", "an invoice asking for money", "a recipe for onion soup"));

    assertThat(cosine(vectors.get(0), vectors.get(1)))
        .isGreaterThan(cosine(vectors.get(0), vectors.get(2)));
  }

  @Test
  void vectorsHaveUnitLength() {
    float[] vector = ENCODER.encode(List.of("meeting minutes")).getFirst();

    assertThat(vector).hasSize(ENCODER.dimensions());
    assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
  }

  @Test
  void aTextsVectorDoesNotDependOnItsNeighbours() {
    try (var one = new SentenceEncoder(0)) {
      float[] alone = one.encode(List.of("bank statement")).getFirst();
      float[] amid =
          one.encode(List.of("x", "bank statement", "a much longer text about something else"))
              .get(1);

      assertThat(amid).isEqualTo(alone);
    }
  }

  @Test
  void manyThreadsGetTheSameVectors() throws Exception {
    List<String> texts = IntStream.range(0, 40).mapToObj(i -> "document number " + i).toList();
    List<float[]> expected = ENCODER.encode(texts);
    try (var other = new SentenceEncoder(0);
        var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<List<float[]>>> calls =
          IntStream.range(0, 4)
              .<Callable<List<float[]>>>mapToObj(i -> () -> other.encode(texts))
              .toList();
      for (var result : threads.invokeAll(calls)) {
        List<float[]> actual = result.get();
        for (int i = 0; i < texts.size(); i++) {
          assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
      }
    }
  }

  @Test
  void whatACallerDoesToAVectorStaysWithTheCaller() {
    float[] mine = ENCODER.encode(List.of("cover letter")).getFirst();
    float before = mine[0];
    mine[0] = 7;

    assertThat(ENCODER.encode(List.of("cover letter")).getFirst()[0]).isEqualTo(before);
  }

  @Test
  void nothingToEncodeGivesTheZeroVector() {
    assertThat(ENCODER.encode(List.of("", " \n\t", "\u0000")))
        .allSatisfy(v -> assertThat(v).containsOnly(0f));
  }

  @Test
  void longTextsAreCut() {
    String longText = "word ".repeat(510);

    assertThat(ENCODER.encode(List.of(longText + "and then some".repeat(100_000))).getFirst())
        .isEqualTo(ENCODER.encode(List.of(longText)).getFirst());
  }

  private static void assertEnds(String text, float first, float last) {
    float[] vector = ENCODER.encode(List.of(text)).getFirst();
    assertThat(vector[0]).isCloseTo(first, within(2e-3f));
    assertThat(vector[383]).isCloseTo(last, within(2e-3f));
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** ONNX Runtime unpacks its own library there too, and takes it away. */
  @Test
  void leavesNoModelAmongTheTemporaryFiles(@TempDir Path folder) throws Exception {
    assertThat(firstNumber(folder)).isEqualTo("-0.0647");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("taxon-model"));
    }
  }

  @Test
  void loadsWhereTheModelFitsInNoTemporaryFile(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no shell");
    // files of at most 28 MB: the runtime's library fits, the model does not
    assertThat(firstNumber(folder, "/bin/sh", "-c", "ulimit -f 57344; exec \"$@\"", "sh"))
        .isEqualTo("-0.0647");
  }

  private static String firstNumber(Path temporary, String... before) throws Exception {
    List<String> command = new ArrayList<>(List.of(before));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FirstNumber.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  /** Prints the first number of a vector, in a process of its own. */
  static final class FirstNumber {
    private FirstNumber() {}

    public static void main(String[] arguments) {
      try (var encoder = new SentenceEncoder(0)) {
        float[] vector = encoder.encode(List.of("invoice: a request for payment")).getFirst();
        System.out.printf(Locale.ROOT, "%.4f%n", vector[0]);
      }
    }
  }
}
