package dev.taxon.server.http.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The files that the scenarios speak of. */
final class Documents {
  static final List<String> INVOICE_PAGE =
      List.of(
          "Invoice",
          "Invoice number 20417",
          "Date 2 March 2026",
          "Line items",
          "3 chairs, oak            540.00",
          "1 table, oak             610.00",
          "Subtotal 1150.00",
          "VAT 19 % 218.50",
          "Total due 1368.50 EUR",
          "Payment within 14 days to the account below");
  static final List<String> LETTER_PAGE =
      List.of(
          "Dear aunt Rosa,",
          "we arrived at the lake on Sunday and the weather has been lovely.",
          "The children swim every morning and Paul caught a pike.",
          "Warm greetings from all of us,",
          "Clara");

  private Documents() {}

  /** F1. */
  static byte[] invoice() {
    return pdf(List.of(INVOICE_PAGE));
  }

  /** F2. */
  static byte[] letter() {
    return pdf(List.of(LETTER_PAGE));
  }

  /** F3. */
  static byte[] encrypted() {
    try (var document = document(List.of(INVOICE_PAGE))) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return save(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDF with one page for each list of lines. */
  static byte[] pdf(List<List<String>> pages) {
    try (var document = document(pages)) {
      return save(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] save(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private static PDDocument document(List<List<String>> pages) throws IOException {
    var document = new PDDocument();
    var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    for (List<String> lines : pages) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 12);
        content.setLeading(18);
        content.newLineAtOffset(72, 700);
        for (String line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
    }
    return document;
  }
}
