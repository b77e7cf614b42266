package dev.taxon.reader.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.afm.FontMetrics;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for every font that a file does not carry, with the one that PDFBox brings along.
 * PDFBox itself would search the whole machine for fonts, write what it found to the home folder,
 * and read the same file differently on different machines.
 */
final class BundledFont implements FontMapper {
  private static final String LIBERATION =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private @Nullable TrueTypeFont font;

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      String baseFont, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(font(), true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      String baseFont, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(new MetricFont(font(), metrics(baseFont, descriptor)), true);
  }

  /** Of the standard fonts the one that comes closest. */
  private static FontMetrics metrics(String baseFont, @Nullable PDFontDescriptor descriptor) {
    if (Standard14Fonts.containsName(baseFont)) {
      return Standard14Fonts.getAFM(baseFont);
    }
    String name = baseFont.toLowerCase(Locale.ROOT);
    boolean bold = name.contains("bold") || name.contains("black");
    boolean italic =
        name.contains("italic")
            || name.contains("oblique")
            || (descriptor != null && descriptor.isItalic());
    boolean fixed =
        name.contains("courier")
            || name.contains("mono")
            || (descriptor != null && descriptor.isFixedPitch());
    boolean serif = name.contains("times") || (descriptor != null && descriptor.isSerif());
    String style = (bold ? "Bold" : "") + (italic ? serif && !fixed ? "Italic" : "Oblique" : "");
    String family = fixed ? "Courier" : serif ? "Times" : "Helvetica";
    String plain = family.equals("Times") ? "Times-Roman" : family;
    return Standard14Fonts.getAFM(style.isEmpty() ? plain : family + "-" + style);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo info) {
    return new CIDFontMapping(null, font(), true);
  }

  private synchronized TrueTypeFont font() {
    TrueTypeFont known = font;
    if (known != null) {
      return known;
    }
    try (InputStream in =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(LIBERATION))) {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
      font = parsed;
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
