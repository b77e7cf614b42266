package dev.taxon.bench;

import dev.taxon.RuleSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Documents made for measuring: office prose, every one different, the same in every run. */
public final class TestDocuments {
  private static final int LINES_A_PAGE = 45;

  private TestDocuments() {}

  /** Makes the lines of one document. */
  public interface Maker {
    List<String> lines(long seed, int lines);
  }

  /** Eight rules, one for each kind of document that is made here. */
  public static RuleSet rules() {
    return Kind.rules();
  }

  /** A document of one kind, with its title; the seed decides which and what it says. */
  public static List<String> plain(long seed, int lines) {
    Kind kind = Kind.ALL.get(Math.floorMod(seed, Kind.ALL.size()));
    List<String> all = new ArrayList<>(List.of(kind.title()));
    all.addAll(sentences(new Random(seed), kind.sentences(), lines - 1));
    return all;
  }

  /** The type of the rule that {@link #plain} of the same seed is right for. */
  public static String type(long seed) {
    return Kind.ALL.get(Math.floorMod(seed, Kind.ALL.size())).rule().type();
  }

  /** A document without a title that speaks of all kinds at once: nobody could be sure of it. */
  public static List<String> unclear(long seed, int lines) {
    List<String> sentences = Kind.ALL.stream().flatMap(kind -> kind.sentences().stream()).toList();
    return sentences(new Random(seed), sentences, lines);
  }

  /** The lines as a text file; a line has about 55 characters. */
  public static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** A text PDF of one kind, so many full pages long; a page has about 2,500 characters. */
  public static byte[] pdf(long seed, int pages) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      List<String> lines = plain(seed, LINES_A_PAGE * pages);
      for (int page = 0; page < pages; page++) {
        addPage(document, lines.subList(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE));
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  private static List<String> sentences(Random random, List<String> of, int count) {
    return Stream.generate(() ->
            of.get(random.nextInt(of.size()))
                .formatted(1 + random.nextInt(900), 1 + random.nextInt(9_000)))
        .limit(count)
        .toList();
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
