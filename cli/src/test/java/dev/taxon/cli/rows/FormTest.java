package dev.taxon.cli.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FormTest {
  private static final Row INVOICE =
      new Row("a|b.pdf", "invoice", 0.97125, "Says \"total\"\nand 5 €.", null);
  private static final Row NONE = new Row("長い名前の書類.txt", null, 0.2, "No rule fits.", null);
  private static final Row FAILED =
      Row.failed("x\u001B[31m\u202Egnp.exe", "PDF_IS_BROKEN: Damaged.");

  private static String printed(Form form, int width, Row... rows) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    RowWriter writer = form.to(out, new Form.Look(Column.ALL, true, width, false, false));
    writer.begin();
    List.of(rows).forEach(writer::row);
    writer.end();
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTableAlignsWideLettersAndDisarmsNames() {
    assertThat(printed(Form.TABLE, Integer.MAX_VALUE, INVOICE, NONE, FAILED))
        .isEqualTo(
            """
            FILE                TYPE     CONF  REASONING
            a|b.pdf             invoice  0.97  Says "total" and 5 €.
            長い名前の書類.txt  –        0.20  No rule fits.
            x\uFFFD[31mgnp.exe       error    –     PDF_IS_BROKEN: Damaged.
            """);
  }

  @Test
  void aNarrowTableShowsNamesBelowTheirFolderAndCutsTheReasoning() {
    var row = new Row("a/very/long/way/to/a/file.pdf", "letter", 0.5, "Because ".repeat(9), null);
    assertThat(printed(Form.TABLE, 50, row).lines())
        .containsExactly(
            "in a/very/long/way/to/a/",
            "FILE      TYPE    CONF  REASONING",
            "file.pdf  letter  0.50  Because Because Because B…");
  }

  @Test
  void aNameThatIsTooLongByItselfIsCutInTheMiddle() {
    var row = new Row("x".repeat(20) + "-" + "y".repeat(20) + ".pdf", "letter", 0.5, "Why.", null);
    assertThat(printed(Form.TABLE, 50, row).lines().toList().getLast())
        .isEqualTo("xxxxxx…yyyyyyyyy.pdf  letter  0.50  Why.");
  }

  @Test
  void aTerminalWithoutRoomForASentenceShowsTheRestWhole() {
    var row = new Row("a/long/way/minutes-2026-03-12.txt", "meeting_minutes", 0.5, "Why.", null);
    var cut = new Row("a/long/way/mail.txt", "email", 0.5, "Because ".repeat(9), null);
    assertThat(printed(Form.TABLE, 40, row, cut).lines())
        .containsExactly(
            "in a/long/way/",
            "FILE               TYPE             CONF",
            "minut…6-03-12.txt  meeting_minutes  0.50",
            "mail.txt           email            0.50");
    assertThat(printed(Form.TABLE, 20, row, cut).lines().map(String::length))
        .as("what cannot be narrower is as narrow as can be")
        .allMatch(length -> length <= 10 + 2 + 10 + 2 + 4);
  }

  @Test
  void markdownEscapesWhatMarkdownWouldRead() {
    assertThat(printed(Form.MD, 80, INVOICE))
        .isEqualTo(
            """
            | file | type | confidence | reasoning | error |
            | --- | --- | ---: | --- | --- |
            | a\\|b.pdf | invoice | 0.9712 | Says "total" and 5 €. |  |
            """);
  }

  @Test
  void yamlAndJsonSayNullWhereThereIsNothing() {
    assertThat(printed(Form.YAML, 80, NONE))
        .isEqualTo(
            """
            - file: 長い名前の書類.txt
              type: null
              confidence: 0.2
              reasoning: No rule fits.
              error: null
            """);
    assertThat(printed(Form.JSON, 80, NONE, NONE).lines())
        .hasSize(4)
        .startsWith("[")
        .endsWith("]")
        .element(1)
        .isEqualTo(
            "  {\"file\":\"長い名前の書類.txt\",\"type\":null,\"confidence\":0.2,"
                + "\"reasoning\":\"No rule fits.\",\"error\":null},");
    assertThat(printed(Form.JSON, 80)).isEqualTo("[]\n");
    assertThat(printed(Form.YAML, 80)).isEqualTo("[]\n");
  }

  @Test
  void theNameOfAFileSaysTheForm() {
    assertThat(Form.ofFile("a/b.CSV")).contains(Form.CSV);
    assertThat(Form.ofFile("b.ndjson")).contains(Form.JSONL);
    assertThat(Form.ofFile("b.yml")).contains(Form.YAML);
    assertThat(Form.ofFile("b")).isEmpty();
  }
}
