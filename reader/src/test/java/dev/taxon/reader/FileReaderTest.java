package dev.taxon.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Box;
import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
  private final FileReader reader = new FileReader(ReaderSettings.DEFAULT.withTesseract(null));
  @TempDir private Path folder;
  private Samples samples;

  @BeforeEach
  void here() {
    samples = new Samples(folder);
  }

  @Test
  void aPdfGivesItsLinesWithTheirPlaces() throws ReadFailure {
    Document document =
        read(samples.pdf("a.pdf", Samples.lines("Invoice No. 17", "Total due: 40 EUR")));

    assertThat(document.mediaType()).isEqualTo("application/pdf");
    assertThat(document.pages()).hasSize(1);
    assertThat(document.pages().getFirst().text()).isEqualTo("Invoice No. 17\nTotal due: 40 EUR");
    Box box = document.pages().getFirst().lines().getFirst().box();
    assertThat(box).isNotNull();
    assertThat(box.x()).isBetween(71f, 73f);
    assertThat(box.y() + box.height()).isBetween(80f, 84f);
    assertThat(box.height()).isBetween(10f, 14f);
  }

  @Test
  void aTextFileIsOnePageUntilAFormFeed() throws ReadFailure {
    Document document = read(samples.text("a.txt", "Minutes\n\nPresent: all\fSecond page\r\nEnd"));

    assertThat(document.pages()).hasSize(2);
    assertThat(document.pages().get(0).text()).isEqualTo("Minutes\nPresent: all");
    assertThat(document.pages().get(1).text()).isEqualTo("Second page\nEnd");
  }

  @Test
  void htmlShowsWhatABrowserShows() throws ReadFailure {
    Document document =
        read(
            samples.text(
                "page.html",
                """
                <!DOCTYPE html><title>Terms of use</title><style>p {color: red}</style>
                <h1>Terms</h1><p>You agree <b>to</b>
                pay.<p style="display: none">Hidden order<script>alert('no')</script>
                <table><tr><td>Fee<td>10 EUR</table>\
                """));

    assertThat(document.mediaType()).isEqualTo("text/html");
    assertThat(document.pages().getFirst().lines())
        .containsExactly(
            new Line("Terms of use", Line.Role.TITLE, null),
            new Line("Terms", Line.Role.HEADING, null),
            Line.of("You agree to pay."),
            Line.of("Fee 10 EUR"));
  }

  @Test
  void aWordDocumentKeepsItsTitleAndHeadings() throws ReadFailure {
    Document document =
        read(
            samples.docx(
                "a.docx", "Title", "Lease", "Heading1", "1. Rent", "Normal", "The rent is 900."));

    assertThat(document.pages().getFirst().lines())
        .containsExactly(
            new Line("Lease", Line.Role.TITLE, null),
            new Line("1. Rent", Line.Role.HEADING, null),
            Line.of("The rent is 900."));
  }

  /** Libraries share fonts and parsers between documents behind our back. */
  @Test
  void differentFormatsAreReadAtOnceWithoutDisturbingEachOther() throws Exception {
    List<Path> files =
        List.of(
            samples.pdf("1.pdf", Samples.lines("First"), Samples.lines("Second")),
            samples.pdf("2.pdf", Samples.lines("Another text altogether")),
            samples.docx("3.docx", "Title", "Lease", "Normal", "The rent is 900."),
            samples.text("4.html", "<html><body><h1>Terms</h1>You agree."));
    List<Document> expected = new ArrayList<>();
    for (Path file : files) {
      expected.add(read(file));
    }

    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Document>> reads = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Path file = files.get(i % files.size());
        reads.add(threads.submit(() -> read(file)));
      }
      for (int i = 0; i < reads.size(); i++) {
        assertThat(reads.get(i).get()).isEqualTo(expected.get(i % files.size()));
      }
    }
  }

  private Document read(Path file) throws ReadFailure {
    return reader.read(
        file,
        new ReadRequest(file.getFileName().toString(), "en", PageChoice.ALL, ReadLimits.DEFAULT));
  }
}
