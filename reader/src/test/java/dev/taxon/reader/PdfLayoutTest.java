package dev.taxon.reader;

import static dev.taxon.reader.Samples.HELVETICA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.Box;
import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines are what a person sees as lines, however the file paints them. */
class PdfLayoutTest {
  private final FileReader reader = new FileReader(ReaderSettings.DEFAULT.withTesseract(null));
  @TempDir private Path folder;
  private Samples samples;

  @BeforeEach
  void here() {
    samples = new Samples(folder);
  }

  @Test
  void piecesOfARowAreOneLineInTheOrderOfTheirPlaces() throws ReadFailure {
    assertThat(
            text(page -> {
              write(page, 300, 700, "40 EUR");
              write(page, 72, 700, "Total due");
            }))
        .isEqualTo("Total due 40 EUR");
  }

  @Test
  void lettersPlacedOneByOneMakeWords() throws ReadFailure {
    assertThat(
            text(page -> {
              float x = 72;
              for (char c : "Total due now".toCharArray()) {
                String letter = String.valueOf(c);
                if (c != ' ') {
                  write(page, x, 700, letter);
                }
                x += HELVETICA.getStringWidth(letter) / 1000 * 12;
              }
            }))
        .isEqualTo("Total due now");
  }

  @Test
  void aHeadingThatIsSpacedOutKeepsItsWords() throws ReadFailure {
    assertThat(
            text(page -> {
              page.setCharacterSpacing(4);
              write(page, 72, 700, "INVOICE TOTAL");
            }))
        .isEqualTo("INVOICE TOTAL");
  }

  @Test
  void lettersPaintedTwiceForWeightAreReadOnce() throws ReadFailure {
    assertThat(
            text(page -> {
              write(page, 72, 700, "INVOICE");
              write(page, 72.4f, 700, "INVOICE");
              write(page, 72, 600, "Total");
              write(page, 72.4f, 700.2f, "INVOICE");
            }))
        .isEqualTo("INVOICE\nTotal");
  }

  @Test
  void columnsAreReadOneAfterTheOther() throws ReadFailure {
    String text =
        text(page -> {
          for (int i = 0; i < 4; i++) {
            write(page, 330, 600 - 14 * i, "right column of the text, line " + i);
          }
          for (int i = 0; i < 4; i++) {
            write(page, 72, 600 - 14 * i, "left column of the text, line " + i);
          }
          write(page, 72, 700, "A heading over both of the columns, painted at last");
        });

    assertThat(text.lines().map(line -> line.substring(0, 5)))
        .containsExactly(
            "A hea", "left ", "left ", "left ", "left ", "right", "right", "right", "right");
  }

  @Test
  void whatIsPaintedInOrderStaysInOrder() throws ReadFailure {
    assertThat(
            text(page -> {
              write(page, 72, 700, "First");
              write(page, 72, 600, "Second");
              write(page, 300, 700, "Beside the first");
            }))
        .isEqualTo("First\nSecond\nBeside the first");
  }

  @Test
  void aWordBrokenAtTheEndOfALineIsWhole() throws ReadFailure {
    assertThat(text(Samples.lines("The con-", "tract ends well-", "Known dates")))
        .isEqualTo("The contract\nends well-\nKnown dates");
  }

  @Test
  void aTurnedPageIsReadAndMeasuredAsItIsShown() throws ReadFailure, IOException {
    Path file = folder.resolve("turned.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      page.setRotation(90);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(HELVETICA, 12);
        // Upwards on the sheet, which is from left to right once it is turned.
        content.setTextMatrix(new Matrix(0, 1, -1, 0, 100, 72));
        content.showText("Upright");
        content.endText();
      }
      document.save(file.toFile());
    }

    Page page = read(file).pages().getFirst();

    assertThat(page.size()).isEqualTo(new Box(0, 0, 841.8898f, 595.27563f));
    Line line = page.lines().getFirst();
    assertThat(line.text()).isEqualTo("Upright");
    assertThat(line.box().x()).isBetween(71f, 73f);
    assertThat(line.box().y() + line.box().height()).isBetween(99f, 101f);
  }

  @Test
  void whatWasFilledIntoAFormIsRead() throws ReadFailure, IOException {
    Path file = samples.pdf("form.pdf", Samples.lines("Name:"));
    Path filled = folder.resolve("filled.pdf");
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDAcroForm form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      PDResources resources = new PDResources();
      resources.put(COSName.getPDFName("Helv"), HELVETICA);
      form.setDefaultResources(resources);
      PDTextField field = new PDTextField(form);
      field.setPartialName("name");
      field.setDefaultAppearance("/Helv 12 Tf 0 g");
      form.getFields().add(field);
      var widget = field.getWidgets().getFirst();
      widget.setRectangle(new PDRectangle(200, 755, 200, 20));
      widget.setPage(document.getPage(0));
      document.getPage(0).getAnnotations().add(widget);
      field.setValue("Ann Other");
      document.save(filled.toFile());
    }

    assertThat(read(filled).pages().getFirst().text()).isEqualTo("Name: Ann Other");
  }

  private static void write(PDPageContentStream page, float x, float y, String text)
      throws IOException {
    page.beginText();
    page.setFont(HELVETICA, 12);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  private String text(Samples.Drawing drawing) throws ReadFailure {
    return read(samples.pdf("drawing.pdf", drawing)).pages().getFirst().text();
  }

  private Document read(Path file) throws ReadFailure {
    return reader.read(
        file,
        new ReadRequest(file.getFileName().toString(), "en", PageChoice.ALL, ReadLimits.DEFAULT));
  }
}
