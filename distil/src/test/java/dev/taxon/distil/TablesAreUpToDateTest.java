package dev.taxon.distil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.profile.ProfileTable;
import dev.taxon.engine.table.WordTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tables that the engine carries are those that {@code ./dev distil} makes from what stands in
 * the repository.
 */
class TablesAreUpToDateTest {
  private static final Path ENGINE = Path.of("../engine");

  @Test
  void profilesAreThoseOfTheFiles() throws Exception {
    ProfileSources sources = ProfileSources.in(ENGINE.resolve("src/main/profiles"));

    assertThat(ProfileTable.load().sources())
        .as("run ./dev distil: profiles.table was made from other files")
        .isEqualTo(sources.digest());
    assertThat(ProfileTable.load().profiles()).hasSameSizeAs(sources.profiles());
  }

  @Test
  void tablesHaveTheirDigests() throws Exception {
    for (String table : List.of("table/words.table", "profile/profiles.table")) {
      Path file = ENGINE.resolve("src/main/resources/dev/taxon/engine").resolve(table);

      assertThat(Digests.sha256(Files.readAllBytes(file)) + "  " + file.getFileName() + "\n")
          .isEqualTo(Files.readString(file.resolveSibling(file.getFileName() + ".sha256")));
      assertThat(Files.size(file)).isLessThanOrEqualTo(8_000_000);
    }
  }

  @Test
  void theWordTableAgreesWithTheEncoderAboutMeaning() {
    WordTable table = WordTable.load();

    assertThat(cosine(table, "invoice", "receipt")).isCloseTo(0.52f, within(0.05f));
    assertThat(cosine(table, "doctor", "physician")).isCloseTo(0.76f, within(0.05f));
    assertThat(cosine(table, "salary", "wages")).isCloseTo(0.73f, within(0.05f));
    assertThat(cosine(table, "doctor", "tariff")).isCloseTo(-0.03f, within(0.05f));
  }

  @Test
  void profileVectorsAreTheEncodersOwn() {
    ProfileTable table = ProfileTable.load();
    int invoice = table.profiles().stream().map(p -> p.id()).toList().indexOf("invoice");
    int recipe = table.profiles().stream().map(p -> p.id()).toList().indexOf("recipe");
    try (var encoder = new SentenceEncoder(0)) {
      float[] text = encoder.encode(List.of("please pay this bill for services")).getFirst();

      assertThat(table.gistCosine(invoice, text)).isGreaterThan(table.gistCosine(recipe, text));
    }
  }

  private static float cosine(WordTable table, String a, String b) {
    return WordTable.dot(
        table.vector(new int[] {table.row(a)}, null), table.vector(new int[] {table.row(b)}, null));
  }
}
