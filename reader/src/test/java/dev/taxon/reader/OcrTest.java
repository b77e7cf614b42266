package dev.taxon.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taxon.Box;
import dev.taxon.Document;
import dev.taxon.Page;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of text. Needs Tesseract on the PATH where something is to be recognized. */
class OcrTest {
  private static boolean tesseract;

  private final FileReader reader = new FileReader(ReaderSettings.DEFAULT);
  @TempDir private Path folder;
  private Samples samples;

  @BeforeAll
  static void look() throws InterruptedException {
    try {
      tesseract = new ProcessBuilder("tesseract", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      System.out.println("Skipped: no tesseract on the PATH (Debian: apt install tesseract-ocr).");
    }
  }

  @BeforeEach
  void here() {
    samples = new Samples(folder);
  }

  @Test
  void aPictureIsAPageOfWhatIsRecognizedInIt() throws Exception {
    assumeTrue(tesseract);
    Page page = read(picture("png", 0)).pages().getFirst();

    assertThat(page.source()).isEqualTo(Page.Source.OCR);
    assertThat(page.text()).contains("Invoice number 2017", "Total due 40 EUR");
    assertThat(page.size()).isEqualTo(new Box(0, 0, page.size().width(), 842));
    Box box = page.lines().getFirst().box();
    assertThat(box.x()).isBetween(60f, 85f);
    assertThat(box.y()).isBetween(60f, 90f);
  }

  @Test
  void aPictureThatLiesOnItsSideIsReadUpright() throws Exception {
    assumeTrue(tesseract && hasModels("osd"));

    assertThat(read(picture("png", 1)).pages().getFirst().text()).contains("Total due 40 EUR");
  }

  /** The request says English, as it does where a client says nothing. */
  @Test
  void aPageIsReadInTheLanguageItShows() throws Exception {
    assumeTrue(tesseract && hasModels("deu", "fra"));
    Path german =
        picture(
            "png",
            0,
            "Für die Überprüfung der Kühlgeräte in der Küche berechnen wir:",
            "Die Gebühr ist bis zum 14. März über die Bank zu zahlen.",
            "Mit freundlichen Grüßen, Bäckerei Schröder, Mühlstraße 5");
    Path french =
        picture(
            "jpeg",
            0,
            "Le règlement de la facture est attendu à la fin du mois,",
            "avec les frais de dépôt et le numéro du côté reçu.",
            "Le gérant vous présente ses sincères félicitations pour la fête.");

    assertThat(read(german).pages().getFirst().text())
        .contains("Für die Überprüfung", "Gebühr", "Grüßen", "Mühlstraße");
    assertThat(read(french).pages().getFirst().text())
        .contains("règlement", "dépôt", "numéro", "félicitations");
  }

  @Test
  void aPageIsReadOnceMoreOnlyWhereItShowsAnotherLanguage() throws Exception {
    assertThat(modelsAskedFor("the house of the baker and the date")).isEqualTo("eng\n");
    assertThat(modelsAskedFor("wir und der die")).isEqualTo("eng\ndeu+eng\n");
    assertThat(modelsAskedFor("wij het naar voor")).as("not installed").isEqualTo("eng\n");
  }

  /** What a program that always sees these words is asked to read a picture with. */
  private String modelsAskedFor(String words) throws Exception {
    Path asked = folder.resolve("asked");
    Path program = folder.resolve("recording");
    Files.deleteIfExists(asked);
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$1" = "--list-langs" ]; then printf 'deu\\neng\\n'; exit; fi
        cat > /dev/null
        echo "$4" >> %s
        for word in %s; do
          printf '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t10\\t10\\t90\\t%%s\\n' "$word"
        done
        """
            .formatted(asked, words));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    new FileReader(ReaderSettings.DEFAULT.withTesseract(program))
        .read(picture("png", 0), request(PageChoice.ALL, ReadLimits.DEFAULT));
    return Files.readString(asked);
  }

  @Test
  void everyFrameOfATiffIsAPage() throws Exception {
    assumeTrue(tesseract);
    Path file = folder.resolve("fax.tiff");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      writer.writeToSequence(new IIOImage(drawn("First frame here"), null, null), null);
      writer.writeToSequence(new IIOImage(drawn("Second frame here"), null, null), null);
      writer.endWriteSequence();
    }
    writer.dispose();

    Document document = read(file, new PageChoice(List.of(2), null));

    assertThat(document.pageCount()).isEqualTo(2);
    assertThat(document.pages()).extracting(Page::number).containsExactly(2);
    assertThat(document.pages().getFirst().text()).contains("Second frame");
  }

  @Test
  void onlyPagesWithoutTextAreRecognized() throws Exception {
    assumeTrue(tesseract);
    Document document = read(scan(false));

    assertThat(document.pages())
        .extracting(Page::source)
        .containsExactly(Page.Source.OCR, Page.Source.TEXT);
    assertThat(document.pages().get(0).text()).contains("Total due 40 EUR");
    assertThat(document.pages().get(1).text()).isEqualTo("Printed page");
  }

  /** What a scanner lays over a page may say anything; the picture is what a person sees. */
  @Test
  void thePictureCountsAndNotTheLayerOverIt() throws Exception {
    assumeTrue(tesseract);

    assertThat(read(scan(true)).pages().getFirst().text())
        .contains("Total due 40 EUR")
        .doesNotContain("layer");
  }

  @Test
  void withoutARecognizerTheLayerOverAScanIsTaken() throws Exception {
    FileReader blind = new FileReader(ReaderSettings.DEFAULT.withTesseract(null));

    Page page =
        blind.read(scan(true), request(PageChoice.ALL, ReadLimits.DEFAULT)).pages().getFirst();

    assertThat(page.source()).isEqualTo(Page.Source.OCR);
    assertThat(page.text()).isEqualTo("Text of the layer");
  }

  @Test
  void withoutARecognizerAScanFailsWithWhatToInstall() throws Exception {
    FileReader blind =
        new FileReader(ReaderSettings.DEFAULT.withTesseract(Path.of("no-such-program")));
    Path file = folder.resolve("scan.pdf");
    try (PDDocument document = new PDDocument()) {
      addScan(document, false);
      document.save(file.toFile());
    }

    ReadFailure failure =
        catchThrowableOfType(
            ReadFailure.class, () -> blind.read(file, request(PageChoice.ALL, ReadLimits.DEFAULT)));

    assertThat(failure.code()).isEqualTo(ReadFailure.Code.UNSUPPORTED_FILE_TYPE);
    assertThat(failure).hasMessageContaining("tesseract-ocr");
  }

  @Test
  void aRecognizerThatHangsIsKilledWithItsChildren() throws Exception {
    Path program = folder.resolve("hang");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$1" = "--list-langs" ]; then echo eng; exit; fi
        sleep 98765 &
        sleep 98765
        """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    FileReader hanging = new FileReader(ReaderSettings.DEFAULT.withTesseract(program));
    Path picture = picture("png", 0);
    ReadLimits limits = new ReadLimits(1 << 24, 10, 1_000, 10, Duration.ofSeconds(2));

    ReadFailure failure =
        catchThrowableOfType(
            ReadFailure.class, () -> hanging.read(picture, request(PageChoice.ALL, limits)));

    assertThat(failure.code()).isEqualTo(ReadFailure.Code.TIMEOUT);
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> ProcessHandle.current().descendants().findAny().isEmpty());
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process ->
            process.info().commandLine().map(line -> line.contains("sleep 98765")).orElse(false));
  }

  private static boolean hasModels(String... models) throws IOException {
    Process process = new ProcessBuilder("tesseract", "--list-langs").start();
    String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean all = listed.lines().toList().containsAll(List.of(models));
    if (!all) {
      System.out.println("Skipped: tesseract has not all of " + List.of(models));
    }
    return all;
  }

  /** Page 1 a scan, page 2 printed. */
  private Path scan(boolean layer) throws IOException {
    Path file = folder.resolve("scan.pdf");
    try (PDDocument document = new PDDocument()) {
      addScan(document, layer);
      PDPage printed = new PDPage(PDRectangle.A4);
      document.addPage(printed);
      try (PDPageContentStream content = new PDPageContentStream(document, printed)) {
        Samples.lines("Printed page").on(content);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private void addScan(PDDocument document, boolean layer) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(
          LosslessFactory.createFromImage(document, drawn("Total due 40 EUR")),
          0,
          0,
          PDRectangle.A4.getWidth(),
          PDRectangle.A4.getHeight());
      if (layer) {
        content.setRenderingMode(RenderingMode.NEITHER);
        Samples.lines("Text of the layer").on(content);
      }
    }
  }

  private Path picture(String format, int quarters) throws IOException {
    return picture(format, quarters, "Invoice number 2017", "Total due 40 EUR");
  }

  private Path picture(String format, int quarters, String... lines) throws IOException {
    BufferedImage image = turned(drawn(lines), quarters);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return samples.bytes("picture." + format, out.toByteArray());
  }

  private static BufferedImage turned(BufferedImage image, int quarters) {
    BufferedImage turned = image;
    for (int i = 0; i < quarters; i++) {
      BufferedImage from = turned;
      turned = new BufferedImage(from.getHeight(), from.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < from.getHeight(); y++) {
        for (int x = 0; x < from.getWidth(); x++) {
          turned.setRGB(from.getHeight() - 1 - y, x, from.getRGB(x, y));
        }
      }
    }
    return turned;
  }

  /** Drawn from a PDF, because a machine without a screen may have no fonts. */
  private BufferedImage drawn(String... lines) throws IOException {
    String[] page = new String[lines.length + 12];
    Arrays.fill(
        page, lines.length > 2 ? "" : "The goods were delivered in good order and on time.");
    System.arraycopy(lines, 0, page, 0, lines.length);
    Path pdf = samples.pdf("drawn.pdf", Samples.lines(page));
    try {
      // Once read, the fonts of the machine are no longer searched.
      read(pdf);
    } catch (ReadFailure e) {
      throw new IOException(e);
    }
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.GRAY);
    }
  }

  private Document read(Path file) throws ReadFailure {
    return read(file, PageChoice.ALL);
  }

  private Document read(Path file, PageChoice pages) throws ReadFailure {
    return reader.read(file, request(pages, ReadLimits.DEFAULT));
  }

  private static ReadRequest request(PageChoice pages, ReadLimits limits) {
    return new ReadRequest("scan", "en", pages, limits);
  }
}
