package dev.taxon.bench.quality;

import static dev.taxon.bench.quality.JudgedCollection.share;
import static dev.taxon.bench.quality.JudgedCollection.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up papers in Spanish, Italian, Portuguese, Dutch and three languages that are not read,
 * pages of few words in seven languages, and pages in two: so many have to be right under English
 * rules of 48 types. They were written before anybody looked what the engine knows of their kinds.
 */
class PapersInManyTonguesTest {
  private static final Set<String> WIDENED = Set.of("es", "it", "pt", "nl");

  @TempDir private static Path kept;
  private static JudgedCollection collection;

  @BeforeAll
  static void read() throws Exception {
    collection = new JudgedCollection("tongues", kept);
  }

  @AfterAll
  static void close() {
    collection.close();
  }

  @Test
  void mostPapersAreKnownWhateverTheirLanguage() {
    List<Answer> answers = collection.answers("papers", 0);

    assertThat(answers).hasSizeGreaterThanOrEqualTo(134);
    assertThat(share(typed(answers), Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.93);
    assertThat(share(answers, Answer::isRight)).isGreaterThanOrEqualTo(0.9);
    typed(answers).stream()
        .collect(Collectors.groupingBy(answer -> answer.document().language()))
        .forEach((language, those) -> {
          if (WIDENED.contains(language)) {
            assertThat(share(those, Answer::likeliestIsRight))
                .as(language)
                .isGreaterThanOrEqualTo(0.9);
          }
        });
  }

  @Test
  void namesOfTypesAloneAreEnough() {
    assertThat(share(typed(collection.answers("papers", 1)), Answer::likeliestIsRight))
        .isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void storiesAndLettersInALanguageThatIsNotReadAreNone() {
    List<Answer> none =
        collection.answers("papers", 0).stream()
            .filter(answer -> answer.document().type() == null)
            .toList();

    assertThat(none).hasSize(3).allMatch(Answer::isRight);
  }

  @Test
  void pagesOfAFewWordsAreKnownInSevenLanguages() {
    List<Answer> answers = collection.answers("sparse", 0);

    assertThat(answers).hasSizeGreaterThanOrEqualTo(32).allMatch(answer -> answer.words() < 45);
    assertThat(share(answers, Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.9);
    assertThat(share(answers, Answer::isRight)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void pagesInTwoLanguagesAreKnown() {
    List<Answer> answers = collection.answers("mixed", 0);

    assertThat(answers).hasSizeGreaterThanOrEqualTo(10);
    assertThat(share(answers, Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.9);
  }
}
