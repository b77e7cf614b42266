package dev.taxon.bench.quality;

import static dev.taxon.bench.quality.JudgedCollection.share;
import static dev.taxon.bench.quality.JudgedCollection.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up papers in seven languages under English rules of 47 types, written to be hard: many do
 * not say what they are, carry words that mislead, or were misread from a bad scan. No weight is
 * fitted to them, but they helped to choose among versions of the profiles. They tell roughly what
 * to expect of documents that nobody has seen, and that the confidence says as much.
 */
class PapersOfManyHousesTest {
  private static final int CUSTOMER = 0;
  private static final int TERSE = 1;

  @TempDir private static Path kept;
  private static JudgedCollection collection;

  @BeforeAll
  static void read() throws Exception {
    collection = new JudgedCollection("houses", kept);
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  @Test
  void twoOfThreeAreKnown() {
    List<Answer> answers = collection.answers("houses", CUSTOMER);

    assertThat(answers).hasSize(174);
    assertThat(share(typed(answers), Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.69);
    assertThat(share(answers, Answer::isRight)).isGreaterThanOrEqualTo(0.64);
  }

  @Test
  void aFewWordsOfARuleAreEnough() {
    List<Answer> answers = collection.answers("houses", TERSE);

    assertThat(share(typed(answers), Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.7);
  }

  @Test
  void whatFitsNoRuleIsSeldomForcedIntoOne() {
    List<Answer> none =
        collection.answers("houses", CUSTOMER).stream()
            .filter(answer -> answer.document().type() == null)
            .toList();

    assertThat(none).hasSizeGreaterThanOrEqualTo(30);
    assertThat(share(none, Answer::isRight)).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void theConfidenceIsTheShareThatIsRight() {
    List<Answer> answers = collection.answers("houses", CUSTOMER);
    double said = answers.stream().mapToDouble(Answer::confidence).average().orElseThrow();

    assertThat(share(answers, Answer::isRight)).isCloseTo(said, within(0.08));
    List<Answer> sure = answers.stream().filter(answer -> answer.confidence() >= 0.9).toList();
    assertThat(sure).hasSizeGreaterThanOrEqualTo(15);
    assertThat(share(sure, Answer::isRight)).isGreaterThanOrEqualTo(0.9);
  }
}
