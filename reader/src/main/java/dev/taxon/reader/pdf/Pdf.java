package dev.taxon.reader.pdf;

import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.reader.ocr.Tesseract;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * A PDF, page by page. A page on which hardly any character can be seen, but something else, is
 * drawn and recognized. Without a recognizer the invisible text that scanners lay over their
 * pictures is taken instead; with one it is not, because nobody can see what it says.
 */
public final class Pdf {
  private static final String MEDIA_TYPE = "application/pdf";

  /** Share of a page that a picture covers if the page is a scan. */
  private static final double SCANNED = 0.6;

  /** So few characters beside such a picture are a stamp or a page number. */
  private static final int FEW_CHARACTERS = 100;

  static {
    FontMappers.set(new BundledFont());
  }

  private final Attempt attempt;
  private final Tesseract tesseract;
  private final int dpi;
  private final long mostPixels;
  private final Pages pages;

  public Pdf(Attempt attempt, Tesseract tesseract, int dpi, long mostPixels, Pages pages) {
    this.attempt = attempt;
    this.tesseract = tesseract;
    this.dpi = dpi;
    this.mostPixels = mostPixels;
    this.pages = pages;
  }

  public Document read() throws ReadFailure, IOException {
    try (RandomAccessRead bytes =
            attempt.closing(new RandomAccessReadBufferedFile(attempt.file()));
        PDDocument document =
            Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      int pageCount = document.getNumberOfPages();
      if (pageCount == 0) {
        throw noPages();
      }
      Streams streams = new Streams(attempt);
      PageText text = new PageText(attempt);
      boolean unread = false;
      boolean damaged = false;
      for (int number : pages.chosen(pageCount)) {
        attempt.check();
        streams.measure(document.getPage(number - 1));
        List<Line> lines = text.read(document, number);
        damaged |= text.damaged();
        Page.Source source = Page.Source.TEXT;
        if (isPicture(text)) {
          List<Line> recognized = recognized(document, number, text);
          unread |= recognized.isEmpty() && !tesseract.isThere(attempt);
          if (length(recognized) > length(lines)) {
            lines = recognized;
            source = Page.Source.OCR;
          }
        }
        pages.begin(number, PageText.size(document.getPage(number - 1)), source);
        lines.forEach(line -> pages.line(line.text(), line.role(), line.box()));
        if (pages.done()) {
          break;
        }
      }
      if (pages.isEmpty() && damaged) {
        throw new IOException("the pages' content is damaged");
      }
      if (pages.isEmpty() && unread) {
        throw Tesseract.missing("The PDF");
      }
      return pages.document(MEDIA_TYPE, pageCount);
    } catch (InvalidPasswordException e) {
      throw new ReadFailure(
          Code.PDF_IS_PROTECTED, "The PDF opens only with a password; save a copy without one.", e);
    }
  }

  /** A whole file may be empty; one that was cut off lost its pages. */
  private ReadFailure noPages() throws IOException {
    byte[] end = new byte[1024];
    try (RandomAccessRead bytes = new RandomAccessReadBufferedFile(attempt.file())) {
      bytes.seek(Math.max(0, bytes.length() - end.length));
      int read = bytes.read(end);
      if (!new String(end, 0, Math.max(0, read), StandardCharsets.ISO_8859_1).contains("%%EOF")) {
        throw new IOException("no end");
      }
    }
    return new ReadFailure(Code.NO_DATA_FOUND_IN_FILE, "The PDF has no pages.");
  }

  private static boolean isPicture(PageText page) {
    if (page.visible() == 0 || page.unmapped() > page.visible()) {
      return page.painted() || page.unmapped() > 0;
    }
    return page.visible() < FEW_CHARACTERS && page.pictured() > SCANNED;
  }

  private List<Line> recognized(PDDocument document, int number, PageText text)
      throws IOException, ReadFailure {
    if (!tesseract.isThere(attempt)) {
      boolean layered = text.invisible() > text.visible() && text.pictured() > SCANNED;
      return layered ? text.readLayer(document, number) : List.of();
    }
    if (text.mostPixels() > mostPixels) {
      throw new ReadFailure(
          Code.DOCUMENT_TOO_LARGE,
          "Page %d is a picture of %,d pixels, but the limit is %,d."
              .formatted(number, text.mostPixels(), mostPixels));
    }
    PageDrawing.Drawn drawn = new PageDrawing(attempt, document).draw(number, dpi);
    return tesseract.read(attempt, drawn.picture(), drawn.points());
  }

  private static int length(List<Line> lines) {
    return lines.stream().mapToInt(line -> line.text().length()).sum();
  }
}
