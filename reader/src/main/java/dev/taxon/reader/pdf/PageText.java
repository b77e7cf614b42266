package dev.taxon.reader.pdf;

import dev.taxon.Box;
import dev.taxon.Line;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Refused;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetStrokingDeviceRGBColor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one page at a time, as a person sees them. Leaves out text that is painted invisibly
 * (rendering modes 3 and 7, no opacity), white on nothing but white, outside of the page, smaller
 * than a point, on a layer that is switched off, or without any known character; and keeps apart
 * the invisible text, because over a scan it is what a recognizer found.
 */
final class PageText extends PDFTextStripper {
  private static final float LEAST_POINTS = 1;
  private static final float NEAR_WHITE = 0.95f;
  private static final int MOST_CLAIMED = 3;

  private final Attempt attempt;
  private final IdentityHashMap<PDColor, Boolean> white = new IdentityHashMap<>();
  private final Deque<Boolean> marked = new ArrayDeque<>();
  private @Nullable PDOptionalContentProperties layers;
  private String claimed = "";
  private String instead = "";
  private int turned;
  private Paint paint = new Paint();
  private PDRectangle crop = new PDRectangle();
  private boolean layer;
  private int visible;
  private int invisible;
  private int unmapped;
  private boolean damaged;
  private long mostPixels;

  PageText(Attempt attempt) {
    this.attempt = attempt;
    setShouldSeparateByBeads(false);
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
    addOperator(new SetStrokingColor(this));
    addOperator(new SetStrokingColorN(this));
    addOperator(new SetStrokingColorSpace(this));
    addOperator(new SetStrokingDeviceGrayColor(this));
    addOperator(new SetStrokingDeviceRGBColor(this));
    addOperator(new SetStrokingDeviceCMYKColor(this));
    addOperator(new PlaceObject(this));
    for (String name : PaintOperator.NAMES) {
      addOperator(new PaintOperator(this, name));
    }
  }

  /** The lines that can be seen on the page, which counts from 1. */
  List<Line> read(PDDocument document, int number) throws IOException {
    return read(document, number, false);
  }

  /** The lines of the text that is painted invisibly, as a recognizer lays it over a scan. */
  List<Line> readLayer(PDDocument document, int number) throws IOException {
    return read(document, number, true);
  }

  private List<Line> read(PDDocument document, int number, boolean layer) throws IOException {
    PDPage page = document.getPage(number - 1);
    this.layer = layer;
    crop = page.getCropBox();
    paint = new Paint();
    visible = 0;
    invisible = 0;
    damaged = false;
    unmapped = 0;
    mostPixels = 0;
    white.clear();
    marked.clear();
    claimed = "";
    instead = "";
    turned = page.getRotation();
    layers = document.getDocumentCatalog().getOCProperties();
    setStartPage(number);
    setEndPage(number);
    try {
      writeText(document, Writer.nullWriter());
    } catch (Refused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // What was painted before the damage can be read.
      attempt.check();
      damaged = true;
    }
    Box size = size(page);
    LineLayout layout = new LineLayout(size.width(), size.height(), page.getRotation());
    for (List<TextPosition> article : getCharactersByArticle()) {
      article.forEach(layout::add);
    }
    return layout.lines();
  }

  /** Characters of the page last read that a person can see and that are known. */
  int visible() {
    return visible;
  }

  /** Characters of it painted invisibly. */
  int invisible() {
    return invisible;
  }

  /** Glyphs of it that can be seen, but of which nobody can say what character they are. */
  int unmapped() {
    return unmapped;
  }

  /** Share of the page that is covered by its largest picture, 0 to 1. */
  double pictured() {
    return paint.largestPicture() / Math.max(1, crop.getWidth() * crop.getHeight());
  }

  /** Whether its content breaks off. */
  boolean damaged() {
    return damaged;
  }

  /** Pixels of its largest picture. */
  long mostPixels() {
    return mostPixels;
  }

  /** Whether anything but text is painted on it. */
  boolean painted() {
    return paint.painted();
  }

  /**
   * Follows what belongs to a layer that is switched off. What a file claims its glyphs to say is
   * believed only for a character or two, and only where the font says nothing.
   */
  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    boolean off =
        tag.equals(COSName.OC)
            && properties != null
            && layers != null
            && PDPropertyList.create(properties) instanceof PDOptionalContentGroup group
            && !layers.isGroupEnabled(group);
    marked.push(off);
    String actual = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
    claimed = actual != null && actual.length() <= MOST_CLAIMED ? actual : "";
  }

  @Override
  public void endMarkedContentSequence() {
    marked.poll();
    claimed = "";
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    attempt.check();
    super.processOperator(operator, operands);
  }

  /** Called when the page's content is through: what the reader filled in lies above it. */
  @Override
  protected void writePage() throws IOException {
    for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
      boolean seen = !annotation.isHidden() && !annotation.isNoView();
      boolean text =
          annotation instanceof PDAnnotationWidget || "FreeText".equals(annotation.getSubtype());
      if (seen && text) {
        showAnnotation(annotation);
      }
    }
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    attempt.check();
    boolean shown = isShown(matrix, font);
    String unicode = font.toUnicode(code);
    boolean unknown = unicode == null || unicode.chars().allMatch(c -> c < ' ' && c != '\t');
    if (unknown) {
      unicode = claimed;
      claimed = "";
      if (unicode.isEmpty()) {
        unmapped += shown ? 1 : 0;
        return;
      }
    }
    if (layer ? isInvisibleMode() : shown) {
      instead = unknown ? unicode : "";
      super.showGlyph(matrix, font, code, displacement);
    }
    if (unicode.isBlank()) {
      return;
    }
    if (shown) {
      visible++;
    } else if (isInvisibleMode()) {
      invisible++;
    }
  }

  /** The same glyph, under the name that was found for it. */
  @Override
  protected void processTextPosition(TextPosition glyph) {
    if (instead.isEmpty()) {
      super.processTextPosition(glyph);
      return;
    }
    super.processTextPosition(
        new TextPosition(
            turned,
            crop.getWidth(),
            crop.getHeight(),
            glyph.getTextMatrix(),
            glyph.getEndX(),
            glyph.getEndY(),
            glyph.getHeight(),
            glyph.getWidth(),
            glyph.getWidthOfSpace(),
            instead,
            glyph.getCharacterCodes(),
            glyph.getFont(),
            glyph.getFontSize(),
            Math.round(glyph.getFontSizeInPt())));
    instead = "";
  }

  private boolean isInvisibleMode() {
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    return mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
  }

  private boolean isShown(Matrix matrix, PDFont font) throws IOException {
    PDGraphicsState state = getGraphicsState();
    RenderingMode mode = state.getTextState().getRenderingMode();
    if ((!mode.isFill() && !mode.isStroke()) || marked.contains(true)) {
      return false;
    }
    double opacity = mode.isFill() ? state.getNonStrokeAlphaConstant() : state.getAlphaConstant();
    if (opacity < 0.02) {
      return false;
    }
    float middle = matrix.getScalingFactorY() * 0.3f;
    float x = matrix.getTranslateX() + middle;
    float y = matrix.getTranslateY() + middle;
    if (!crop.contains(x, y)) {
      return false;
    }
    if (!(font instanceof PDType3Font) && matrix.getScalingFactorY() < LEAST_POINTS) {
      return false;
    }
    PDColor color = mode.isFill() ? state.getNonStrokingColor() : state.getStrokingColor();
    return !white.computeIfAbsent(color, PageText::isWhite) || !paint.isWhiteAt(x, y);
  }

  static boolean isWhite(PDColor color) {
    if (color.isPattern()) {
      return false;
    }
    try {
      float[] rgb = color.getColorSpace().toRGB(color.getComponents());
      return rgb[0] >= NEAR_WHITE && rgb[1] >= NEAR_WHITE && rgb[2] >= NEAR_WHITE;
    } catch (IOException | RuntimeException e) {
      // A colour that cannot be computed is taken as seen.
      return false;
    }
  }

  /** The page's width and height in points, as it is shown. */
  static Box size(PDPage page) {
    PDRectangle crop = page.getCropBox();
    boolean turned = page.getRotation() % 180 != 0;
    return turned
        ? new Box(0, 0, crop.getHeight(), crop.getWidth())
        : new Box(0, 0, crop.getWidth(), crop.getHeight());
  }

  void rectangle(float x, float y, float width, float height) {
    Point2D.Float one = onPage(x, y);
    Rectangle2D box = new Rectangle2D.Double(one.x, one.y, 0, 0);
    box.add(onPage(x + width, y + height));
    paint.rectangle(box);
  }

  void point(float x, float y) {
    paint.point(onPage(x, y));
  }

  void fill() {
    PDGraphicsState state = getGraphicsState();
    if (state.getNonStrokeAlphaConstant() < 0.02) {
      paint.dropPath();
    } else {
      paint.fill(white.computeIfAbsent(state.getNonStrokingColor(), PageText::isWhite));
    }
  }

  void stroke() {
    paint.stroke();
  }

  void dropPath() {
    paint.dropPath();
  }

  /** A shading fills all that is not clipped. */
  void fillEverything() {
    paint.rectangle(
        new Rectangle2D.Float(
            crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getWidth(), crop.getHeight()));
    paint.fill(false);
  }

  /** A picture fills the unit square; its pixels are 0 where it does not say them. */
  void picture(long pixels) {
    mostPixels = Math.max(mostPixels, pixels);
    Rectangle2D box = new Rectangle2D.Double();
    box.setFrameFromDiagonal(onPage(0, 0), onPage(1, 1));
    paint.picture(box);
  }

  private Point2D.Float onPage(float x, float y) {
    return getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
  }
}
