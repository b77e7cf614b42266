package dev.taxon.reader;

import static dev.taxon.reader.Samples.HELVETICA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that a person cannot see is no evidence. */
class HiddenTextTest {
  private final FileReader reader = new FileReader(ReaderSettings.DEFAULT.withTesseract(null));
  @TempDir private Path folder;
  private Samples samples;

  @BeforeEach
  void here() {
    samples = new Samples(folder);
  }

  @Test
  void whiteOnPaperIsLeftOut() throws ReadFailure {
    assertThat(textWith(page -> page.setNonStrokingColor(Color.WHITE))).isEqualTo("Minutes");
    assertThat(textWith(page -> page.setNonStrokingColor(new Color(250, 250, 252))))
        .isEqualTo("Minutes");
  }

  @Test
  void whiteOnAWhiteBoxOnADarkOneIsLeftOut() throws ReadFailure {
    assertThat(
            textWith(page -> {
              box(page, Color.BLACK);
              box(page, Color.WHITE);
            }))
        .isEqualTo("Minutes");
  }

  @Test
  void whiteOnADarkBoxIsRead() throws ReadFailure {
    assertThat(
            textWith(page -> {
              box(page, Color.BLUE);
              page.setNonStrokingColor(Color.WHITE);
            }))
        .isEqualTo("Minutes\nINVOICE");
  }

  @Test
  void greyOnPaperIsRead() throws ReadFailure {
    assertThat(textWith(page -> page.setNonStrokingColor(Color.GRAY)))
        .isEqualTo("Minutes\nINVOICE");
  }

  @Test
  void textPaintedInvisiblyIsLeftOut() throws ReadFailure {
    assertThat(textWith(page -> page.setRenderingMode(RenderingMode.NEITHER))).isEqualTo("Minutes");
    assertThat(textWith(page -> page.setRenderingMode(RenderingMode.NEITHER_CLIP)))
        .isEqualTo("Minutes");
  }

  @Test
  void transparentTextIsLeftOut() throws ReadFailure {
    assertThat(
            textWith(page -> {
              PDExtendedGraphicsState state = new PDExtendedGraphicsState();
              state.setNonStrokingAlphaConstant(0f);
              page.setGraphicsStateParameters(state);
            }))
        .isEqualTo("Minutes");
  }

  @Test
  void textBesideThePageIsLeftOut() throws ReadFailure {
    Path file =
        samples.pdf(
            "beside.pdf",
            page -> {
              write(page, 72, 700, 12, "Minutes");
              write(page, 700, 700, 12, "INVOICE");
              write(page, 72, -30, 12, "INVOICE");
            });

    assertThat(read(file)).isEqualTo("Minutes");
  }

  @Test
  void textTooSmallToSeeIsLeftOut() throws ReadFailure {
    Path file =
        samples.pdf(
            "small.pdf",
            page -> {
              write(page, 72, 700, 12, "Minutes");
              write(page, 72, 650, 0.5f, "INVOICE");
            });

    assertThat(read(file)).isEqualTo("Minutes");
  }

  @Test
  void aLayerThatIsSwitchedOffIsLeftOut() throws ReadFailure, IOException {
    Path file = folder.resolve("layers.pdf");
    try (PDDocument document = new PDDocument()) {
      PDOptionalContentGroup on = new PDOptionalContentGroup("on");
      PDOptionalContentGroup off = new PDOptionalContentGroup("off");
      PDOptionalContentProperties layers = new PDOptionalContentProperties();
      layers.addGroup(on);
      layers.addGroup(off);
      layers.setGroupEnabled(off, false);
      document.getDocumentCatalog().setOCProperties(layers);
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginMarkedContent(COSName.OC, on);
        write(content, 72, 700, 12, "Minutes");
        content.endMarkedContent();
        content.beginMarkedContent(COSName.OC, off);
        write(content, 72, 650, 12, "INVOICE");
        content.endMarkedContent();
      }
      document.save(file.toFile());
    }

    assertThat(read(file)).isEqualTo("Minutes");
  }

  /** A file may claim its glyphs to say anything. */
  @Test
  void whatAFileClaimsItsTextToBeIsNotBelieved() throws ReadFailure {
    Path file =
        samples.pdf(
            "claim.pdf",
            page -> {
              COSDictionary claim = new COSDictionary();
              claim.setString(COSName.ACTUAL_TEXT, "INVOICE");
              page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(claim));
              write(page, 72, 700, 12, "Minutes");
              page.endMarkedContent();
            });

    assertThat(read(file)).isEqualTo("Minutes");
  }

  @Test
  void unseenCharactersOfATextAreLeftOut() throws ReadFailure {
    String tags = new String(new int[] {0xE0049, 0xE004E, 0xE0056}, 0, 3);

    assertThat(read(samples.text("a.txt", "Min\u200Butes\u202E" + tags + "\u0007 of\uFEFF June")))
        .isEqualTo("Minutes of June");
  }

  @Test
  void unseenElementsOfAnHtmlPageAreLeftOut() throws ReadFailure {
    assertThat(
            read(
                samples.text(
                    "a.html",
                    """
                    <html><body><p>Minutes</p><p hidden>INVOICE</p><div style="visibility:hidden">INVOICE</div>
                    <p style="font-size:0">INVOICE</p><template>INVOICE</template><!-- INVOICE -->
                    <p style="opacity: 0.9">of June</p></body></html>\
                    """)))
        .isEqualTo("Minutes\nof June");
  }

  /** "Minutes" as anyone writes it, and "INVOICE" in the given way. */
  private String textWith(Samples.Drawing way) throws ReadFailure {
    return read(
        samples.pdf(
            "hidden.pdf",
            page -> {
              write(page, 72, 700, 12, "Minutes");
              page.saveGraphicsState();
              way.on(page);
              write(page, 72, 650, 12, "INVOICE");
              page.restoreGraphicsState();
            }));
  }

  private static void box(PDPageContentStream page, Color color) throws IOException {
    page.setNonStrokingColor(color);
    page.addRect(50, 630, 300, 50);
    page.fill();
  }

  private static void write(PDPageContentStream page, float x, float y, float size, String text)
      throws IOException {
    page.beginText();
    page.setFont(HELVETICA, size);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  private String read(Path file) throws ReadFailure {
    ReadRequest request =
        new ReadRequest(file.getFileName().toString(), "en", PageChoice.ALL, ReadLimits.DEFAULT);
    return reader.read(file, request).pages().getFirst().text();
  }
}
