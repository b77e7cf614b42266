package dev.taxon.reader.pdf;

import dev.taxon.reader.ocr.Gray;
import dev.taxon.reader.pages.Attempt;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page as a person sees it, for the recognizer; looks at the time between operators. */
final class PageDrawing extends PDFRenderer {
  private static final double MOST_PIXELS = 12_000_000;
  private static final float POINTS_PER_INCH = 72;

  private final Attempt attempt;
  private final PDDocument pdf;

  PageDrawing(Attempt attempt, PDDocument document) {
    super(document);
    this.attempt = attempt;
    this.pdf = document;
    setSubsamplingAllowed(true);
  }

  /** A picture of a page, and the size of one of its pixels in points. */
  record Drawn(Gray picture, float points) {}

  /**
   * Draws page {@code number}, counted from 1, at {@code dpi} dots per inch, or fewer if it is very
   * large.
   */
  Drawn draw(int number, int dpi) throws IOException {
    PDRectangle crop = pdf.getPage(number - 1).getCropBox();
    double inches = crop.getWidth() * crop.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
    float scale = (float) Math.min(dpi, Math.sqrt(MOST_PIXELS / Math.max(1e-3, inches)));
    Gray picture = Gray.of(renderImageWithDPI(number - 1, scale, ImageType.GRAY));
    return new Drawn(picture, POINTS_PER_INCH / scale);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new PageDrawer(parameters) {
      @Override
      protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        attempt.check();
        super.processOperator(operator, operands);
      }
    };
  }
}
