package dev.taxon.reader.pdf;

import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.ReadFailure;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Pages;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF, page by page. */
public final class Pdf {
  private static final String MEDIA_TYPE = "application/pdf";

  private Pdf() {}

  public static Document read(Attempt attempt, Pages pages) throws ReadFailure, IOException {
    try (RandomAccessRead bytes =
            attempt.closing(new RandomAccessReadBufferedFile(attempt.file()));
        PDDocument document =
            Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      int pageCount = document.getNumberOfPages();
      if (pageCount == 0) {
        throw new ReadFailure(ReadFailure.Code.NO_DATA_FOUND_IN_FILE, "The PDF has no pages.");
      }
      PageText text = new PageText(attempt);
      for (int number : pages.chosen(pageCount)) {
        attempt.check();
        List<Line> lines = text.read(document, number, false);
        pages.begin(number, PageText.size(document.getPage(number - 1)), Page.Source.TEXT);
        lines.forEach(line -> pages.line(line.text(), line.role(), line.box()));
        if (pages.done()) {
          break;
        }
      }
      return pages.document(MEDIA_TYPE, pageCount);
    } catch (InvalidPasswordException e) {
      throw new ReadFailure(
          ReadFailure.Code.PDF_IS_PROTECTED,
          "The PDF opens only with a password; save a copy without one.",
          e);
    }
  }
}
