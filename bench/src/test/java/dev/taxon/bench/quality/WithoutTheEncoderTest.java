package dev.taxon.bench.quality;

import static dev.taxon.bench.quality.JudgedCollection.share;
import static dev.taxon.bench.quality.JudgedCollection.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hard papers before an engine that has no encoder, as a library may leave it out. */
class WithoutTheEncoderTest {
  private static final int CUSTOMER = 0;

  @TempDir private static Path kept;
  private static JudgedCollection collection;

  @BeforeAll
  static void read() throws Exception {
    collection = new JudgedCollection("houses", kept, Judged.WORDS);
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  @Test
  void wordsAloneKnowMostPapers() {
    List<Answer> answers = collection.answers("houses", CUSTOMER);

    assertThat(share(typed(answers), Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.6);
  }

  @Test
  void aPaperWhoseRuleIsMissingIsSeldomForcedIntoAnother() {
    List<Answer> answers = collection.answersWithoutTheirRule("houses", CUSTOMER);

    assertThat(answers).hasSizeGreaterThan(130);
    assertThat(share(answers, Answer::isRight)).isGreaterThanOrEqualTo(0.7);
  }
}
