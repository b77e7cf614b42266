package dev.taxon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taxon.TextEncoder;
import dev.taxon.engine.table.WordTable;
import dev.taxon.engine.table.WordTableWriter;
import dev.taxon.engine.text.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTableTest {
  /** Texts that speak of paying to the right, all others upward. */
  private static final TextEncoder ENCODER =
      new TextEncoder() {
        @Override
        public int dimensions() {
          return 2;
        }

        @Override
        public List<float[]> encode(List<String> texts) {
          return texts.stream()
              .map(t -> t.contains("pay") ? new float[] {1, 0} : new float[] {0, 1})
              .toList();
        }
      };

  private static final String YAML =
      """
      - id: invoice
        family: billing
        essence: A seller asks a buyer to pay.
        names: {en: [invoice], fr: [facture d'été]}
        title: {en: [invoice]}
        strong: {en: [amount due, please pay within 30 days]}
        usual: {en: [total]}
        against: [paid in full]
        sample:
          en: ["Hallam Lifts, invoice 7 to Mr Ode of Leeds, now due; pay the sum below by the end of May"]
      - id: receipt
        family: billing
        essence: Proof of money given.
        names: {en: [receipt]}
        title: {en: [receipt]}
        strong: {en: [paid in full]}
        usual: {en: [total]}
      """;

  @Test
  void findsPhrasesWithTheirPlacesAndWhomTheySpeakFor() throws Exception {
    ProfileTable table = table();
    var hits = new ArrayList<String>();

    table
        .phrases()
        .find(
            Words.of("INVOICE 7. Please pay within 30 days, total; not paid in full"),
            new BitSet(),
            (phrase, word) ->
                table
                    .phrases()
                    .whom(
                        phrase,
                        (profile, cue) ->
                            hits.add(word + " " + cue + " " + table.profiles().get(profile).id())));

    assertThat(hits)
        .containsExactly(
            "0 TITLE invoice",
            "2 STRONG invoice",
            "7 USUAL invoice",
            "7 USUAL receipt",
            "9 AGAINST invoice",
            "9 STRONG receipt");
  }

  @Test
  void aPhraseThatIsCutOffIsNotFound() throws Exception {
    var hits = new ArrayList<Integer>();

    table()
        .phrases()
        .find(Words.of("please pay within"), new BitSet(), (phrase, word) -> hits.add(phrase));

    assertThat(hits).isEmpty();
  }

  @Test
  void keepsNamesWithoutAccentsAndVectors() throws Exception {
    ProfileTable table = table();

    assertThat(table.profiles().getFirst().names()).containsExactly("invoice", "facture d ete");
    assertThat(table.gistCosine(0, new float[] {1, 0})).isCloseTo(1, within(0.01));
    assertThat(table.gistCosine(1, new float[] {1, 0})).isCloseTo(0, within(0.01));
    assertThat(table.sources()).isEqualTo("digest");
  }

  @Test
  void tellsHowNearATextOpensToTheKindsSamples() throws Exception {
    ProfileTable table = table();
    float[] paying = table.openingCosines(new float[] {1, 0});
    float[] other = table.openingCosines(new float[] {0, 1});

    assertThat(other[0]).isLessThan(other[1]);
    assertThat(other[1]).isGreaterThan(paying[1]);
    float[] unlikeAnInvoice = table.wordCosines(new float[] {0, 1});
    assertThat(unlikeAnInvoice).hasSize(2);
    assertThat(unlikeAnInvoice[0]).isLessThan(unlikeAnInvoice[1]);
    assertThat(table.wordCosines(new float[2])).containsOnly(0);
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThatThrownBy(() -> ProfileTable.read(new ByteArrayInputStream(new byte[40])))
        .isInstanceOf(IOException.class)
        .hasMessage("not a table of profiles");
  }

  private static ProfileTable table() throws Exception {
    var words = new WordTableWriter();
    words.add("invoice", "en", 5, false, new float[] {1, 0});
    var wordBytes = new ByteArrayOutputStream();
    words.write(new float[2], new float[2], wordBytes);
    var out = new ByteArrayOutputStream();
    new ProfileTableWriter(
            WordTable.read(new ByteArrayInputStream(wordBytes.toByteArray())), ENCODER)
        .write(ProfileFiles.read("test", YAML), "digest", out);
    return ProfileTable.read(new ByteArrayInputStream(out.toByteArray()));
  }
}
