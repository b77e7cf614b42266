package dev.taxon.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.taxon.Document;
import dev.taxon.DocumentReaderKit;
import dev.taxon.PageChoice;
import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.ReadLimits;
import dev.taxon.ReadRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, locked, or made to hurt: each ends as its own failure, soon. */
class HostileFilesTest {
  private final FileReader reader = new FileReader(ReaderSettings.DEFAULT.withTesseract(null));
  @TempDir private Path folder;
  private Samples samples;

  @BeforeEach
  void here() {
    samples = new Samples(folder);
  }

  @Test
  void aPdfWithAPasswordIsProtected() throws IOException {
    assertThat(failure(locked("owner", "user")).code()).isEqualTo(Code.PDF_IS_PROTECTED);
  }

  @Test
  void aPdfThatOnlyItsOwnerMayChangeIsRead() throws IOException, ReadFailure {
    assertThat(read(locked("owner", "")).pages().getFirst().text()).isEqualTo("Invoice");
  }

  @Test
  void aPdfThatIsCutOffIsBrokenOrReadsAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(samples.pdf("whole.pdf", Samples.lines("Invoice")));
    for (int length = 20; length < whole.length - 200; length += 100) {
      Path file = samples.bytes("cut.pdf", Arrays.copyOf(whole, length));
      ReadFailure failure = catchThrowableOfType(ReadFailure.class, () -> read(file));
      if (failure != null) {
        assertThat(failure.code()).isIn(Code.PDF_IS_BROKEN, Code.NO_DATA_FOUND_IN_FILE);
      }
    }
    assertThat(failure(samples.text("not.pdf", "%PDF-1.7\nno more")).code())
        .isEqualTo(Code.PDF_IS_BROKEN);
  }

  @Test
  void aPdfWhoseContentUnpacksWithoutEndIsRefused() throws IOException {
    Path file = folder.resolve("bomb.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      PDStream content = new PDStream(document);
      content.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
      try (OutputStream raw = content.getCOSObject().createRawOutputStream();
          DeflaterOutputStream packed = new DeflaterOutputStream(raw)) {
        byte[] zeros = new byte[1 << 20];
        Arrays.fill(zeros, (byte) ' ');
        for (int i = 0; i < 270; i++) {
          packed.write(zeros);
        }
      }
      page.setContents(content);
      document.addPage(page);
      document.save(file.toFile());
    }

    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThat(failure(file).code()).isEqualTo(Code.DOCUMENT_TOO_LARGE);
  }

  /** Twenty forms of which each shows the next ten times: ten to the twentieth operators. */
  @Test
  void aPdfThatMultipliesItselfRunsOutOfTime() throws IOException {
    Path file = folder.resolve("forms.pdf");
    try (PDDocument document = new PDDocument()) {
      PDFormXObject inner = form(document, "0 0 m", null);
      for (int i = 0; i < 20; i++) {
        inner = form(document, "/Fm Do ".repeat(10), inner);
      }
      PDPage page = new PDPage();
      page.setResources(holding(inner));
      PDStream content = new PDStream(document);
      try (OutputStream out = content.createOutputStream()) {
        out.write("/Fm Do".getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(content);
      document.addPage(page);
      document.save(file.toFile());
    }
    ReadLimits limits = new ReadLimits(1 << 20, 10, 1_000, 10, Duration.ofMillis(700));

    ReadFailure failure =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> failure(file, limits));

    assertThat(failure.code()).isEqualTo(Code.TIMEOUT);
  }

  @Test
  void textAtImpossiblePlacesHurtsNoOther() throws ReadFailure {
    Path file =
        samples.pdf(
            "places.pdf",
            page -> {
              Samples.lines("Minutes").on(page);
              for (float scale : new float[] {1e30f, Float.MAX_VALUE, 1e-38f, 0, -1e20f}) {
                page.beginText();
                page.setFont(Samples.HELVETICA, 12);
                page.setTextMatrix(new Matrix(scale, 0, 0, scale, 72, 700));
                page.showText("INVOICE");
                page.endText();
              }
            });

    assertThat(read(file).pages().getFirst().text()).startsWith("Minutes");
  }

  @Test
  void aDocumentThatUnpacksToFarMoreThanItsSizeIsRefused() {
    Path file = samples.docxOf("bomb.docx", "<w:p/>".repeat(2_000_000));

    assertThat(failure(file).code()).isEqualTo(Code.DOCUMENT_TOO_LARGE);
  }

  /** The directory of a ZIP may lie about sizes; what comes out is what counts. */
  @Test
  void whatComesOutOfAnArchiveIsCounted() throws IOException {
    Path honest =
        samples.zip(
            "words.odt",
            Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<d><p>Invoice " + "and more ".repeat(2_000) + "</p></d>"));
    byte[] bytes = Files.readAllBytes(honest);
    String directory = new String(bytes, StandardCharsets.ISO_8859_1);
    int entry = directory.indexOf("PK\u0001\u0002");
    assertThat(directory.substring(entry + 46)).startsWith("content.xml");
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 24, 100);
    Path file = samples.bytes("lying.odt", bytes);
    ReadLimits limits = new ReadLimits(16_000, 10, 1_000_000, 10, Duration.ofSeconds(20));

    assertThat(failure(file, limits).code()).isEqualTo(Code.DOCUMENT_TOO_LARGE);
  }

  @Test
  void aLockedOfficeDocumentIsSaidToBeLocked() throws IOException {
    Path file = folder.resolve("locked.docx");
    try (POIFSFileSystem ole = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      ole.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), "EncryptedPackage");
      ole.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), "EncryptionInfo");
      ole.writeFilesystem(out);
    }

    assertThat(failure(file).code()).isEqualTo(Code.UNSUPPORTED_FILE_TYPE);
    assertThat(failure(file)).hasMessageContaining("password");
  }

  @Test
  void aDamagedOfficeDocumentIsSaidToBeDamaged() throws IOException {
    byte[] whole = Files.readAllBytes(samples.docx("a.docx", "Normal", "Invoice"));
    Path file = samples.bytes("cut.docx", Arrays.copyOf(whole, whole.length / 2));

    assertThat(failure(file).code()).isEqualTo(Code.NO_DATA_FOUND_IN_FILE);
    assertThat(failure(file)).hasMessageContaining("damaged");
  }

  @Test
  void anArchiveIsNoDocument() {
    assertThat(failure(samples.zip("a.zip", Map.of("invoice.txt", "Invoice"))).code())
        .isEqualTo(Code.UNSUPPORTED_FILE_TYPE);
  }

  @Test
  void aKnownTypeThatIsNotReadIsNamed() {
    byte[] sevenZip = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 0, 0, 0, 0};

    assertThat(failure(samples.bytes("a.pdf", sevenZip)))
        .hasMessageContaining("application/x-7z-compressed");
  }

  @Test
  void xmlLoadsNothingFromElsewhere() throws ReadFailure {
    Path secret = samples.text("secret.txt", "TOP SECRET");
    Path file =
        samples.text(
            "a.xml",
            "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e SYSTEM '%s'>]><d>Invoice &e; 17</d>"
                .formatted(secret.toUri()));

    assertThat(read(file).pages().getFirst().text()).isEqualTo("Invoice 17");
  }

  @Test
  void xmlThatGrowsByItsEntitiesIsRefused() {
    StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 12; i++) {
      xml.append("<!ENTITY a")
          .append(i)
          .append(" '")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("'>");
    }

    assertThat(failure(samples.text("a.xml", xml + "]><d>&a11;</d>")).code())
        .isEqualTo(Code.DOCUMENT_TOO_LARGE);
  }

  @Test
  void deepHtmlIsRead() throws ReadFailure {
    Path file = samples.text("deep.html", "<html>" + "<div><b>".repeat(50_000) + "Minutes");

    assertThat(read(file).pages().getFirst().text()).isEqualTo("Minutes");
  }

  @Test
  void ofHtmlWithMoreTagsThanMemoryTheStartIsRead() throws ReadFailure {
    Path file = samples.text("tags.html", "<html>Minutes" + "<i>".repeat(600_000) + "never read");

    Document document = read(file);

    assertThat(document.pages().getFirst().text()).isEqualTo("Minutes");
    assertThat(document.truncated()).isTrue();
  }

  /** An even picture packs a thousandfold and hurts nobody, because it is not unpacked. */
  @Test
  void aPictureInADocumentMayPackWell() throws ReadFailure {
    Path file =
        samples.zip(
            "words.odt",
            Map.of(
                "mimetype", "application/vnd.oasis.opendocument.text",
                "Pictures/white.bmp", "w".repeat(5 << 20),
                "content.xml", "<d><p>Minutes</p></d>"));

    assertThat(read(file).pages().getFirst().text()).isEqualTo("Minutes");
  }

  @Test
  void aPictureTooLargeIsRefusedByItsHeader() {
    assertThat(failure(samples.bytes("huge.png", png(70_000, 50_000))))
        .hasMessageContaining("70,000");
    assertThat(failure(samples.bytes("huge.png", png(70_000, 50_000))).code())
        .isEqualTo(Code.DOCUMENT_TOO_LARGE);
  }

  @Test
  void withoutARecognizerAPictureFailsWithWhatToInstall() {
    ReadFailure failure = failure(samples.bytes("a.png", png(100, 100)));

    assertThat(failure.code()).isEqualTo(Code.UNSUPPORTED_FILE_TYPE);
    assertThat(failure).hasMessageContaining("tesseract-ocr").hasMessageContaining("brew");
  }

  @Test
  void mailsInMailsAreFollowedOnlySoFar() throws ReadFailure {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      mail.append("From: a@example.org\r\nSubject: Level ").append(i);
      mail.append("\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n");
    }
    Path file = samples.text("a.eml", mail + "Subject: end\r\n\r\nThe end.");

    String text = read(file).pages().getFirst().text();

    assertThat(text).startsWith("Level 0\nFrom: a@example.org\nSubject: Level 1\n");
    assertThat(text).contains("Level 99").doesNotContain("Level 100");
  }

  @Test
  void tooManyPagesAreRefusedUnlessFewerAreAskedFor() throws ReadFailure {
    Path file =
        samples.pdf("a.pdf", Samples.lines("One"), Samples.lines("Two"), Samples.lines("Three"));
    ReadLimits limits = new ReadLimits(1 << 20, 2, 1_000, 10, Duration.ofSeconds(20));

    assertThat(failure(file, limits).code()).isEqualTo(Code.TOO_MANY_PAGES);
    ReadRequest two = new ReadRequest("a.pdf", "en", new PageChoice(null, 2), limits);
    assertThat(reader.read(file, two).pages()).hasSize(2);
  }

  private Path locked(String owner, String user) throws IOException {
    Path file = folder.resolve("locked.pdf");
    Path open = samples.pdf("open.pdf", Samples.lines("Invoice"));
    try (PDDocument document = Loader.loadPDF(open.toFile())) {
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy(owner, user, new AccessPermission());
      policy.setEncryptionKeyLength(256);
      document.protect(policy);
      document.save(file.toFile());
    }
    return file;
  }

  private static PDFormXObject form(
      PDDocument document, String content, @org.jspecify.annotations.Nullable PDFormXObject inner)
      throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(new PDRectangle(100, 100));
    form.setResources(inner == null ? new PDResources() : holding(inner));
    try (OutputStream out = form.getContentStream().createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }

  private static PDResources holding(PDFormXObject form) {
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("Fm"), form);
    return resources;
  }

  /** A PNG of one colour as far as its header goes. */
  private static byte[] png(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13});
    byte[] chunk = new byte[17];
    System.arraycopy("IHDR".getBytes(StandardCharsets.US_ASCII), 0, chunk, 0, 4);
    System.arraycopy(header.array(), 0, chunk, 4, 13);
    png.writeBytes(chunk);
    java.util.zip.CRC32 check = new java.util.zip.CRC32();
    check.update(chunk);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    png.writeBytes(new byte[] {0, 0, 0, 0, 'I', 'D', 'A', 'T', 0x35, (byte) 0xAF, 6, 0x1E});
    return png.toByteArray();
  }

  private ReadFailure failure(Path file) {
    return failure(file, ReadLimits.DEFAULT);
  }

  private ReadFailure failure(Path file, ReadLimits limits) {
    ReadRequest request =
        new ReadRequest(file.getFileName().toString(), "en", PageChoice.ALL, limits);
    ReadFailure failure = catchThrowableOfType(ReadFailure.class, () -> reader.read(file, request));
    assertThat(failure).as("reading must fail").isNotNull();
    DocumentReaderKit.assertIsSentence(failure);
    return failure;
  }

  private Document read(Path file) throws ReadFailure {
    return reader.read(
        file,
        new ReadRequest(file.getFileName().toString(), "en", PageChoice.ALL, ReadLimits.DEFAULT));
  }
}
