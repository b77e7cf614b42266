package dev.taxon.reader.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LanguagesTest {
  /** The wire's words for languages. */
  private static final String WORDS =
      """
      af az bs cs cy da de en es et fr ga hr hu id is it ku la lt lv mi ms mt nl no oc pi pl pt ro rs_latin
      sk sl sq sv sw tl tr uz vi ar fa ug ur bn as mni ru rs_cyrillic be bg uk mn abq ady kbd ava dar inh
      che lbe lez tab tjk hi mr ne bh mai ang bho mah sck new gom sa bgc th ch_sim ch_tra ja ko ta te kn\
      """;

  /** Models that Debian has packages for, and that the words need. */
  private static final Set<String> ALL =
      new TreeSet<>(
          Arrays.asList(
              """
              afr aze bos ces cym dan deu eng spa est fra gle hrv hun ind isl ita kmr lat lit lav mri msa mlt
              nld nor oci pol por ron srp_latn slk slv sqi swe swa fil tur uzb vie ara fas uig urd ben asm rus
              srp bel bul ukr mon tgk hin mar nep san tha chi_sim chi_tra jpn kor tam tel kan osd\
              """
                  .strip()
                  .split("\\s+")));

  @Test
  void everyWordOfTheWireHasAModel() {
    String[] words = WORDS.strip().split("\\s+");

    assertThat(words).hasSize(86);
    assertThat(words)
        .allSatisfy(word ->
            assertThat(Languages.models(word, ALL))
                .as(word)
                .matches(word.equals("en") ? "eng" : "[a-z_]+\\+eng"));
  }

  @Test
  void aLanguageThatIsNotInstalledFallsBackToEnglish() {
    assertThat(Languages.models("ja", Set.of("eng", "deu", "osd"))).isEqualTo("eng");
  }

  @Test
  void withoutEnglishWhateverIsInstalledIsUsed() {
    assertThat(Languages.models("ja", Set.of("fra", "deu", "osd"))).isEqualTo("deu+fra");
    assertThat(Languages.models("xx", Set.of("osd"))).isEmpty();
  }
}
