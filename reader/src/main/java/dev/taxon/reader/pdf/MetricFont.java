package dev.taxon.reader.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.afm.FontMetrics;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;

/**
 * The shapes of one font with the widths of another: letters are set as wide as the font that the
 * file means, so that words neither run together nor fall apart.
 */
final class MetricFont implements FontBoxFont {
  private static final float UNITS = 1000;

  private final TrueTypeFont shapes;
  private final FontMetrics widths;

  MetricFont(TrueTypeFont shapes, FontMetrics widths) {
    this.shapes = shapes;
    this.widths = widths;
  }

  @Override
  public String getName() {
    return widths.getFontName();
  }

  @Override
  public BoundingBox getFontBBox() {
    return widths.getFontBBox();
  }

  @Override
  public List<Number> getFontMatrix() {
    return List.of(1 / UNITS, 0f, 0f, 1 / UNITS, 0f, 0f);
  }

  @Override
  public GeneralPath getPath(String name) throws IOException {
    GeneralPath path = new GeneralPath(shapes.getPath(name));
    double scale = UNITS / shapes.getUnitsPerEm();
    path.transform(AffineTransform.getScaleInstance(scale, scale));
    return path;
  }

  @Override
  public float getWidth(String name) throws IOException {
    float width = widths.getCharacterWidth(name);
    return width > 0 ? width : shapes.getWidth(name) * UNITS / shapes.getUnitsPerEm();
  }

  @Override
  public boolean hasGlyph(String name) throws IOException {
    return shapes.hasGlyph(name);
  }
}
