package dev.taxon.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Documents made for measuring: office prose, every one different, the same in every run. */
public final class TestDocuments {
  private static final int LINES_A_PAGE = 45;

  private static final List<String> SENTENCES =
      List.of(
          "Invoice %d of the month, please pay the total due of %d.00 within 30 days.",
          "The tenant pays a monthly rent of %d.00 and a deposit of %d.00.",
          "Delivery note %d: %d crates of joinery fittings, received in good order.",
          "In quarter %d the turnover rose by %d per cent against the year before.",
          "Present at the meeting of the works council were %d members and %d guests.",
          "Our account statement number %d shows a closing balance of %d.00.",
          "The applicant has %d years of experience as a fitter and speaks %d languages.",
          "Between the parties of contract %d a notice period of %d weeks is agreed.",
          "Thank you for your letter of day %d; we have looked into all %d questions.",
          "The measured value in sample %d was %d milligrams for each kilogram.");

  private TestDocuments() {}

  /** Lines of prose; the seed decides which. */
  public static List<String> lines(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i ->
            SENTENCES
                .get(random.nextInt(SENTENCES.size()))
                .formatted(1 + random.nextInt(900), 1 + random.nextInt(9_000)))
        .toList();
  }

  /** Plain text of so many lines, about 70 characters each. */
  public static String text(long seed, int lines) {
    return lines(seed, lines).stream().collect(Collectors.joining("\n", "", "\n"));
  }

  /** A text PDF of so many full pages, about 3,200 characters each. */
  public static byte[] pdf(long seed, int pages) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int page = 0; page < pages; page++) {
        addPage(document, lines(seed * 1_000 + page, LINES_A_PAGE));
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void addPage(PDDocument document, List<String> lines) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 11);
      content.setLeading(16);
      content.newLineAtOffset(56, 790);
      for (String line : lines) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
  }
}
