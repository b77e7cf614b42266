package dev.taxon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTableTest {
  private final WordTable table = read(bytes());

  @Test
  void knowsWordsTermsAndTheirMarks() {
    assertThat(table.size()).isEqualTo(4);
    assertThat(table.language(table.row("rechnung"))).isEqualTo("de");
    assertThat(table.isStop(table.row("the"))).isTrue();
    assertThat(table.idf(table.row("invoice"))).isCloseTo(5.35, within(0.05));
    assertThat(table.row("zebra")).isEqualTo(-1);
  }

  @Test
  void commonEndingsAreCutFromUnknownWords() {
    assertThat(table.row("invoices")).isEqualTo(table.row("invoice"));
  }

  @Test
  void twoTokensThatFormATermAreOne() {
    assertThat(table.rows(List.of("the", "bank", "statement", "zebra", "invoice")))
        .containsExactly(table.row("the"), table.row("bank_statement"), table.row("invoice"));
  }

  @Test
  void aRowKeepsItsDirectionWithinFourBits() {
    float[] invoice = vector("invoice");
    float[] rechnung = vector("rechnung");
    float[] statement = vector("bank_statement");

    assertThat(WordTable.dot(invoice, invoice)).isCloseTo(1, within(1e-5f));
    assertThat(WordTable.dot(invoice, rechnung)).isGreaterThan(0.95f);
    assertThat(WordTable.dot(invoice, statement)).isCloseTo(0, within(0.1f));
  }

  @Test
  void weightsScaleRows() {
    int[] bag = {table.row("invoice"), table.row("bank_statement")};

    float[] mostlyInvoice = table.vector(bag, new float[] {10, 1});

    assertThat(WordTable.dot(mostlyInvoice, vector("invoice"))).isGreaterThan(0.95f);
  }

  @Test
  void anEmptyBagIsTheZeroVector() {
    assertThat(table.vector(new int[0], null)).containsOnly(0f);
  }

  @Test
  void equalContentGivesEqualBytes() {
    assertThat(bytes()).isEqualTo(bytes());
  }

  @Test
  void whatIsNoTableIsRefused() {
    byte[] cut = java.util.Arrays.copyOf(bytes(), 60);

    assertThatThrownBy(() -> WordTable.read(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(IOException.class)
        .hasMessage("not a word table");
    assertThatThrownBy(() -> WordTable.read(new ByteArrayInputStream(cut)))
        .isInstanceOf(IOException.class);
  }

  private float[] vector(String word) {
    return table.vector(new int[] {table.row(word)}, null);
  }

  private static WordTable read(byte[] bytes) {
    try {
      return WordTable.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes() {
    var writer = new WordTableWriter();
    writer.add("the", "en", 0, true, new float[] {0.01f, 0, 0.01f, 0});
    writer.add("invoice", "en", 5.33, false, new float[] {1, 0.5f, 0, 0});
    writer.add("rechnung", "de", 4.1, false, new float[] {0.9f, 0.55f, 0.1f, 0});
    writer.add("bank_statement", "en", 6, false, new float[] {0, 0, 1, -0.3f});
    var out = new ByteArrayOutputStream();
    try {
      writer.write(new float[4], new float[] {0, 0, 0, 1}, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
