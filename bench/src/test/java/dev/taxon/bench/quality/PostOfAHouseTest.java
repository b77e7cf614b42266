package dev.taxon.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;
import dev.taxon.engine.Way;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
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
  private static final Path COLLECTION = Path.of("src/test/collection");

  @TempDir private static Path kept;
  private static SentenceEncoder encoder;
  private static Corpus corpus;
  private static Judge judge;

  @BeforeAll
  static void read() throws Exception {
    encoder = new SentenceEncoder(0);
    Knowledge knowledge = Knowledge.shipped(encoder);
    var reading = new ReadDocuments(new FileReader(ReaderSettings.DEFAULT), kept);
    corpus = Corpus.read(COLLECTION, null, reading);
    judge = new Judge(new KnowingClassifier(() -> knowledge, Way.AUTO), corpus.documents());
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void mostDocumentsAreKnownWhateverTheirLanguage() {
    List<Answer> answers = answers("post", 0);

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
    assertThat(share(typed(answers("post", 1)), Answer::likeliestIsRight))
        .isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void mostOfWhatFitsNoRuleIsNone() {
    List<Answer> none =
        answers("post", 0).stream().filter(answer -> answer.document().type() == null).toList();

    assertThat(none).hasSize(4);
    assertThat(none.stream().filter(Answer::isRight).count()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void pagesOfAFewWordsAreKnown() {
    List<Answer> answers = answers("sparse", 0);

    assertThat(answers).hasSizeGreaterThanOrEqualTo(26).allMatch(answer -> answer.words() < 30);
    assertThat(share(answers, Answer::likeliestIsRight)).isGreaterThanOrEqualTo(0.92);
    assertThat(share(answers, Answer::isRight)).isGreaterThanOrEqualTo(0.84);
  }

  private static List<Answer> answers(String name, int wording) {
    DocumentSet set =
        corpus.sets().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return judge.answers(set.documents(), set.wordings().get(wording));
  }

  private static List<Answer> typed(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.document().type() != null).toList();
  }

  private static double share(List<Answer> answers, Predicate<Answer> right) {
    return (double) answers.stream().filter(right).count() / answers.size();
  }
}
