package dev.taxon.examples.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A grey picture of a paper, drawn in points of the picture. Its letters come from the font that
 * PDFBox carries, so that it looks the same whatever fonts a machine has.
 */
public final class Picture {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final BufferedImage image;
  private final Graphics2D pen;
  private final Font font = carriedFont();

  /** Starts with white paper. */
  public Picture(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    size(30).grey(20);
  }

  public Picture size(double size) {
    pen.setFont(font.deriveFont((float) size));
    return this;
  }

  /** How light what follows is: 0 is black, 255 white. */
  public Picture grey(int light) {
    pen.setColor(new Color(light, light, light));
    return this;
  }

  /** Turns what follows about the middle, clockwise. */
  public Picture turned(double degrees) {
    pen.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    return this;
  }

  public Picture text(double x, double y, String text) {
    pen.drawString(text, (float) x, (float) y);
    return this;
  }

  /** A text that ends at x. */
  public Picture right(double x, double y, String text) {
    return text(x - pen.getFontMetrics().stringWidth(text), y, text);
  }

  /** A text on both sides of x. */
  public Picture middle(double x, double y, String text) {
    return text(x - pen.getFontMetrics().stringWidth(text) / 2.0, y, text);
  }

  public Picture line(double x1, double y1, double x2, double y2, double thickness) {
    pen.setStroke(new BasicStroke((float) thickness));
    pen.draw(new Line2D.Double(x1, y1, x2, y2));
    return this;
  }

  public Picture dashes(double x1, double y, double x2) {
    pen.setStroke(
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {9, 7}, 0));
    pen.draw(new Line2D.Double(x1, y, x2, y));
    return this;
  }

  /** A name written by hand, or what is left of it; y is its foot. */
  public Picture scribble(double x, double y, long seed) {
    var hand = new Random(seed);
    var stroke = new Path2D.Double();
    double at = x;
    stroke.moveTo(at, y - 16);
    for (int letter = 0; letter < 8; letter++) {
      double high = y - 24 - hand.nextInt(letter == 0 ? 60 : 36);
      double next = at + 24 + hand.nextInt(20);
      stroke.curveTo(at + 3, high - 22, next + 14, high, next, y - 10 + hand.nextInt(16));
      at = next;
    }
    stroke.curveTo(at + 26, y + 10, at + 48, y - 24, at + 70, y - 14);
    pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(stroke);
    return this;
  }

  /**
   * Dust on the glass: single points made dark.
   *
   * @param points how many
   */
  public Picture dust(int points, long seed) {
    var random = new Random(seed);
    for (int point = 0; point < points; point++) {
      int size = 1 + random.nextInt(2);
      int x = random.nextInt(image.getWidth() - size);
      int y = random.nextInt(image.getHeight() - size);
      for (int i = 0; i < size; i++) {
        image.getRaster().setSample(x + i, y, 0, 60);
      }
    }
    return this;
  }

  /**
   * Grain of a camera: every point a little darker or not.
   *
   * @param steps how many levels of grey there are between untouched and darkest, each 8 of 255;
   *     few, because grain is what makes a PNG large
   */
  public Picture grain(int steps, long seed) {
    var random = new Random(seed);
    var raster = image.getRaster();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int light = raster.getSample(x, y, 0) - 8 * random.nextInt(steps + 1);
        raster.setSample(x, y, 0, Math.clamp(light, 0, 255));
      }
    }
    return this;
  }

  /** Black and white points alone, as an office scanner gives. */
  public BufferedImage blackAndWhite() {
    var points =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        points.getRaster().setSample(x, y, 0, image.getRaster().getSample(x, y, 0) < 150 ? 0 : 1);
      }
    }
    return points;
  }

  public byte[] png() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Font carriedFont() {
    try (var stream = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
      return Font.createFont(Font.TRUETYPE_FONT, stream);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("PDFBox carries no font " + FONT, e);
    }
  }
}
