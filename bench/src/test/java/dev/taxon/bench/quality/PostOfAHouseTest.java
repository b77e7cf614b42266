package dev.taxon.bench.quality;

import static dev.taxon.bench.quality.JudgedCollection.share;
import static dev.taxon.bench.quality.JudgedCollection.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up documents as a house gets them, in seven languages and three formats, and pages of a few
 * words: so many have to be right under English rules, as the product ships.
 */
class PostOfAHouseTest {
  @TempDir private static Path kept;
  private static JudgedCollection collection;

  @BeforeAll
  static void read() throws Exception {
    collection = new JudgedCollection("collection", kept);
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  @Test
  void mostDocumentsAreKnownWhateverTheirLanguage() {
    List<Answer> answers = collection.answers("post", 0);

    assertThat(answers).hasSizeGreaterThanOrEqualTo(85);
    assertThat(share(typed(answers), Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.95);
    assertThat(share(answers, Answer::isRight)).isGreaterThanOrEqualTo(0.9);
    typed(answers).stream()
        .collect(Collectors.groupingBy(answer -> answer.document().language()))
        .forEach((language, those) ->
            assertThat(share(those, Answer::likeliestIsRight))
                .as(language)
                .isGreaterThanOrEqualTo(0.9));
  }

  @Test
  void namesOfTypesAloneAreEnough() {
    assertThat(share(typed(collection.answers("post", 1)), Answer::likeliestIsRight))
        .isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void mostOfWhatFitsNoRuleIsNone() {
    List<Answer> none =
        collection.answers("post", 0).stream()
            .filter(answer -> answer.document().type() == null)
            .toList();

    assertThat(none).hasSize(4);
    assertThat(none.stream().filter(Answer::isRight).count()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void pagesOfAFewWordsAreKnown() {
    List<Answer> answers = collection.answers("sparse", 0);

    assertThat(answers).hasSizeGreaterThanOrEqualTo(26).allMatch(answer -> answer.words() < 30);
    assertThat(share(answers, Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.92);
    assertThat(share(answers, Answer::isRight)).isGreaterThanOrEqualTo(0.84);
  }
}
