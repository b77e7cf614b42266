package dev.taxon.reader;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link FileReader} works.
 *
 * @param tesseract the program that recognizes text in pictures, as a path or a name to be found on
 *     the PATH; null to do without
 * @param ocrDpi dots per inch at which a PDF page without text is drawn for recognition, 72 to 600
 * @param pixels most pixels of a picture that is opened, at least 1
 * @param stuck how many readings may hang beyond their time, because a parser ignores every way to
 *     end it, before the reader refuses further files; at least 1
 */
public record ReaderSettings(@Nullable Path tesseract, int ocrDpi, long pixels, int stuck) {
  /** Tesseract from the PATH, 200 dpi, 150 million pixels, 4 stuck readings. */
  public static final ReaderSettings DEFAULT =
      new ReaderSettings(Path.of("tesseract"), 200, 150_000_000, 4);

  public ReaderSettings {
    if (ocrDpi < 72 || ocrDpi > 600) {
      throw new IllegalArgumentException("ocrDpi must be 72 to 600, found " + ocrDpi);
    }
    if (pixels < 1 || stuck < 1) {
      throw new IllegalArgumentException("pixels and stuck must be at least 1");
    }
  }

  /** The same with another Tesseract, or none. */
  public ReaderSettings withTesseract(@Nullable Path program) {
    return new ReaderSettings(program, ocrDpi, pixels, stuck);
  }
}
