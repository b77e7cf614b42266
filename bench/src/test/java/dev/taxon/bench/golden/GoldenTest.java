package dev.taxon.bench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.encoder.SentenceEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same documents and rules give the same bytes on one processor type, whatever the threads, the
 * order, the process and the country it runs in; on another type the same answers, but for those
 * whose note says how close it was.
 */
class GoldenTest {
  private static final Path COLLECTION = Path.of("src/test/collection");
  private static final Path FILE = COLLECTION.resolve("golden.csv");

  /** Answers that are as near as this might be the other one elsewhere. */
  private static final double NEAR = 0.1;

  @TempDir private static Path kept;
  private static SentenceEncoder encoder;
  private static Golden golden;
  private static List<Case> cases;
  private static List<Decision> decisions;

  @BeforeAll
  static void decideOneByOne() throws Exception {
    encoder = new SentenceEncoder(0);
    golden = Golden.read(FILE);
    var all = new Cases(COLLECTION, kept, encoder);
    cases = all.all();
    decisions = cases.stream().map(all::decide).toList();
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static boolean isSameProcessor() {
    return golden.processor().equals(Processor.type());
  }

  private static List<Answered> answers() {
    return IntStream.range(0, cases.size())
        .mapToObj(i -> Answered.of(cases.get(i).name(), decisions.get(i)))
        .toList();
  }

  @Test
  void theAnswersAreThoseOfTheGoldenFile() {
    List<Answered> answers = answers();

    assertThat(answers).extracting(Answered::name).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    if (isSameProcessor()) {
      assertThat(changes(golden.answers(), answers))
          .as("what changed on purpose is written by ./dev golden")
          .isEmpty();
      return;
    }
    assertThat(answers)
        .extracting(Answered::name)
        .isEqualTo(golden.answers().stream().map(Answered::name).toList());
    assertThat(Moved.between(golden, decisions)).allMatch(Moved::isTold);
  }

  /** All of them on eight threads, every fourth on two and on more threads than any machine has. */
  @ParameterizedTest
  @CsvSource({"2, 4", "8, 1", "32, 4"})
  void theSameBytesComeFromManyThreadsInAnyOrder(int count, int step) throws Exception {
    var anew = new Cases(COLLECTION, kept, encoder);
    var order =
        new ArrayList<>(
            IntStream.range(0, cases.size()).filter(i -> i % step == 0).boxed().toList());
    Collections.shuffle(order, new Random(count));
    var answers = new ArrayList<Answered>(answers());
    try (var threads = Executors.newFixedThreadPool(count)) {
      List<Callable<Answered>> calls =
          order.stream()
              .<Callable<Answered>>map(
                  i -> () -> Answered.of(anew.all().get(i).name(), anew.decide(anew.all().get(i))))
              .toList();
      List<Future<Answered>> done = threads.invokeAll(calls);
      for (int i = 0; i < done.size(); i++) {
        answers.set(order.get(i), done.get(i).get());
      }
    }

    assertThat(changes(answers(), answers)).isEmpty();
  }

  @Test
  void theSameBytesComeFromAnotherProcessInAnotherCountry() throws Exception {
    Path file = kept.resolve("golden.csv");
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=ISO-8859-1",
                "-cp",
                System.getProperty("java.class.path"),
                Golden.class.getName(),
                COLLECTION.toString(),
                file.toString(),
                kept.resolve("own").toString())
            .inheritIO()
            .start()
            .waitFor();

    assertThat(exit).isZero();
    assertThat(changes(answers(), Golden.read(file).answers())).isEmpty();
    if (isSameProcessor()) {
      assertThat(Files.mismatch(file, FILE)).isEqualTo(-1);
    }
  }

  @Test
  void anAnswerThatMightBeAnotherElsewhereSaysHowCloseThatIs() {
    int near = 0;
    for (int i = 0; i < decisions.size(); i++) {
      Decision decision = decisions.get(i);
      double second = second(decision);
      if (decision.confidence() - second < NEAR) {
        near++;
        assertThat(decision.reasoning()).as(cases.get(i).name()).contains(Moved.told(second));
      }
    }

    assertThat(near).isGreaterThan(2);
  }

  /** Only what differs, as hundreds of answers say nothing to a reader. */
  private static List<String> changes(List<Answered> before, List<Answered> after) {
    assertThat(after).hasSameSizeAs(before);
    return IntStream.range(0, before.size())
        .filter(i -> !before.get(i).equals(after.get(i)))
        .mapToObj(i -> before.get(i) + " is now " + after.get(i))
        .toList();
  }

  /** The chance of the answer that is likeliest but for the one given. */
  private static double second(Decision decision) {
    return Stream.concat(
            decision.candidates().stream()
                .filter(candidate -> !candidate.type().equals(decision.type()))
                .map(Candidate::confidence),
            decision.type() == null ? Stream.empty() : Stream.of(decision.none()))
        .max(Double::compare)
        .orElse(0.0);
  }
}
