package dev.taxon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileFilesTest {
  private static final String INVOICE =
      """
      - id: invoice
        family: billing
        essence: A seller asks a buyer to pay.
        names: {en: [invoice, bill], de: [rechnung]}
        title: {en: [invoice no]}
        strong: {en: [amount due]}
        usual: {en: [total]}
        against: [paid in full]
        shape: [amounts, columns]
        sample: {en: ["Acme Ltd Invoice No. 4711 Date 3 May Bill to Jane Doe Total due 12.00"]}
        unlike: {receipt: a receipt says that money was paid}
      """;

  @Test
  void readsAProfile() throws Exception {
    Profile profile = ProfileFiles.read("mine.yaml", INVOICE).getFirst();

    assertThat(profile.id()).isEqualTo("invoice");
    assertThat(profile.name()).isEqualTo("invoice");
    assertThat(profile.gist()).isEqualTo("invoice, bill: A seller asks a buyer to pay.");
    assertThat(profile.names().get("de")).containsExactly("rechnung");
    assertThat(profile.against()).containsExactly("paid in full");
    assertThat(profile.shape()).containsExactlyInAnyOrder("amounts", "columns");
    assertThat(profile.sample().get("en")).hasSize(1);
    assertThat(profile.subject()).isFalse();
  }

  @Test
  void aPlainListIsEnglish() throws Exception {
    String yaml = INVOICE.replace("{en: [invoice, bill], de: [rechnung]}", "[invoice]");

    assertThat(ProfileFiles.read("x", yaml).getFirst().names().get("en"))
        .isEqualTo(List.of("invoice"));
  }

  @Test
  void saysWhereAndWhyAFileIsWrong() {
    assertMalformed(INVOICE.replace("essence", "esence"), "mine.yaml:3: unknown key 'esence'");
    assertMalformed(
        INVOICE.replace("  essence: A seller asks a buyer to pay.\n", ""),
        "mine.yaml:1: the profile has no essence");
    assertMalformed(INVOICE.replace("de:", "xx:"), "mine.yaml:4: unknown language 'xx'");
    assertMalformed(
        INVOICE.replace("[amount due]", "amount due"), "mine.yaml:6: expected a list of phrases");
    assertMalformed(INVOICE.replace("[paid in full]", "[[paid]]"), "mine.yaml:8: expected a text");
    assertMalformed(
        INVOICE.replace("id: invoice", "id: My Invoice"), "mine.yaml:1: an id is made of");
    assertMalformed(
        INVOICE.replace("columns", "colums"), "mine.yaml:9: unknown shape 'colums'; known: [addr");
    assertMalformed(
        INVOICE.replaceAll("Acme.*due ", ""),
        "mine.yaml:10: a sample has 12 to 250 words, found 2 in one that is en");
    assertMalformed(INVOICE + INVOICE, "mine.yaml:12: the id invoice stands in line 1 already");
    assertMalformed("a: b", "mine.yaml:1: expected a list of profiles");
    assertMalformed("- [", "mine.yaml:1: not YAML");
    assertMalformed("", "mine.yaml:1: the file is empty");
  }

  private static void assertMalformed(String yaml, String message) {
    assertThatThrownBy(() -> ProfileFiles.read("mine.yaml", yaml))
        .isInstanceOf(ProfileFiles.Malformed.class)
        .hasMessageStartingWith(message);
  }
}
