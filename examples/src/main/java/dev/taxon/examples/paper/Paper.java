package dev.taxon.examples.paper;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;

/**
 * A PDF on A4, drawn from the top down: places are in points from the left and upper edge (595 by
 * 842), a text stands on its y. Nothing in the file is deflated, because deflating gives other
 * bytes on other machines.
 */
public final class Paper {
  public static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  public static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
  public static final PDFont SLANTED = new PDType1Font(FontName.HELVETICA_OBLIQUE);
  public static final PDFont SERIF = new PDType1Font(FontName.TIMES_ROMAN);
  public static final PDFont SERIF_BOLD = new PDType1Font(FontName.TIMES_BOLD);
  public static final PDFont SERIF_SLANTED = new PDType1Font(FontName.TIMES_ITALIC);
  public static final float WIDTH = PDRectangle.A4.getWidth();
  public static final float HEIGHT = PDRectangle.A4.getHeight();

  private final PDDocument document = new PDDocument();
  private PDPageContentStream page;
  private PDFont font = PLAIN;
  private float size = 10;

  /**
   * Starts with one empty page.
   *
   * @param title also decides the file's id
   */
  public Paper(String title) {
    document.setDocumentId((long) title.hashCode());
    document.getDocumentInformation().setTitle(title);
    page = newPage();
  }

  /** Turns to a new page; the font stays. */
  public Paper turn() {
    drawn(page::close);
    page = newPage();
    return this;
  }

  public Paper font(PDFont font, double size) {
    this.font = font;
    this.size = (float) size;
    return this;
  }

  /** The colour of texts, lines and areas from here on. */
  public Paper colour(Color colour) {
    drawn(() -> {
      page.setNonStrokingColor(colour);
      page.setStrokingColor(colour);
    });
    return this;
  }

  public Paper text(double x, double y, String text) {
    drawn(() -> {
      page.beginText();
      page.setFont(font, size);
      page.newLineAtOffset((float) x, HEIGHT - (float) y);
      page.showText(text);
      page.endText();
    });
    return this;
  }

  /** A text that ends at x. */
  public Paper right(double x, double y, String text) {
    return text(x - width(text), y, text);
  }

  /** A text on both sides of x. */
  public Paper middle(double x, double y, String text) {
    return text(x - width(text) / 2, y, text);
  }

  /** Texts below each other; gives the y below them. */
  public double lines(double x, double y, String... texts) {
    double below = y;
    for (String text : texts) {
      text(x, below, text);
      below += size * 1.35;
    }
    return below;
  }

  /** A text broken into lines so wide at most; gives the y below it. */
  public double paragraph(double x, double y, double width, String text) {
    return lines(x, y, broken(text, width).toArray(String[]::new));
  }

  public Paper line(double x1, double y1, double x2, double y2, double thickness) {
    drawn(() -> {
      page.setLineWidth((float) thickness);
      page.moveTo((float) x1, HEIGHT - (float) y1);
      page.lineTo((float) x2, HEIGHT - (float) y2);
      page.stroke();
    });
    return this;
  }

  /** An empty box; x and y are its upper left corner. */
  public Paper box(double x, double y, double width, double height) {
    drawn(() -> {
      page.setLineWidth(0.7f);
      page.addRect((float) x, HEIGHT - (float) (y + height), (float) width, (float) height);
      page.stroke();
    });
    return this;
  }

  /** A filled area; x and y are its upper left corner. */
  public Paper area(double x, double y, double width, double height, Color colour) {
    drawn(() -> {
      page.saveGraphicsState();
      page.setNonStrokingColor(colour);
      page.addRect((float) x, HEIGHT - (float) (y + height), (float) width, (float) height);
      page.fill();
      page.restoreGraphicsState();
    });
    return this;
  }

  /** A name written by hand, or what is left of it, about 90 by 30 points; y is its foot. */
  public Paper signature(double x, double y, long seed) {
    var hand = new java.util.Random(seed);
    drawn(() -> {
      page.saveGraphicsState();
      page.setStrokingColor(new Color(25, 40, 110));
      page.setLineWidth(1.1f);
      float at = (float) x;
      float foot = HEIGHT - (float) y;
      page.moveTo(at, foot + 6);
      for (int stroke = 0; stroke < 7; stroke++) {
        float high = foot + 8 + hand.nextInt(stroke == 0 ? 22 : 14);
        float low = foot - hand.nextInt(6);
        float next = at + 9 + hand.nextInt(7);
        page.curveTo(at + 1, high + 8, next + 5, high, next, low + 4);
        at = next;
      }
      page.curveTo(at + 10, foot - 4, at + 18, foot + 9, at + 26, foot + 5);
      page.stroke();
      page.restoreGraphicsState();
    });
    return this;
  }

  /** A picture of black and white points over the whole page, packed as fax machines do. */
  public Paper scan(BufferedImage picture) {
    drawn(
        () -> page.drawImage(CCITTFactory.createFromImage(document, picture), 0, 0, WIDTH, HEIGHT));
    return this;
  }

  /** The finished file; the paper is used up. */
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    drawn(() -> {
      page.close();
      document.save(bytes, CompressParameters.NO_COMPRESSION);
      document.close();
    });
    return bytes.toByteArray();
  }

  private List<String> broken(String text, double width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private double width(String text) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDPageContentStream newPage() {
    var sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    try {
      return new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Drawing {
    void draw() throws IOException;
  }

  private static void drawn(Drawing drawing) {
    try {
      drawing.draw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
