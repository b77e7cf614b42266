package dev.taxon.reader.ocr;

import dev.taxon.Box;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.ReadFailure;
import dev.taxon.ReadFailure.Code;
import dev.taxon.reader.pages.Attempt;
import dev.taxon.reader.pages.Pages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of text. One page, or in TIFF one a frame. Measured before it is decoded; one that Java
 * does not decode (WebP, JPEG 2000, CMYK) goes to Tesseract as it is.
 */
public final class PictureFile {
  /** Long side of a page in points, as if every picture were one of an A4 sheet. */
  private static final float LONG_SIDE = 842;

  /** Above so many pixels every second or third is left out while decoding. */
  private static final long MOST_DECODED = 25_000_000;

  /** What a page at 300 dpi has, and some; more makes nothing better. */
  private static final long MOST_RECOGNIZED = 12_000_000;

  /** With a shorter long side the letters are likely too small for Tesseract. */
  private static final int SMALL = 1_100;

  private final Attempt attempt;
  private final Tesseract tesseract;
  private final long mostPixels;
  private final Pages pages;

  public PictureFile(Attempt attempt, Tesseract tesseract, long mostPixels, Pages pages) {
    this.attempt = attempt;
    this.tesseract = tesseract;
    this.mostPixels = mostPixels;
    this.pages = pages;
  }

  /** Returns how many pages it has. */
  public int read(String mediaType) throws IOException, ReadFailure {
    try (ImageInputStream in = attempt.closing(new FileImageInputStream(attempt.file().toFile()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
      ImageReader reader = readers.hasNext() ? readers.next() : null;
      if (reader == null) {
        readUndecoded(UndecodedSize.of(head()));
        return 1;
      }
      try {
        boolean frames = mediaType.equals("image/tiff");
        reader.setInput(in, !frames, true);
        int count = frames ? reader.getNumImages(true) : 1;
        for (int number : pages.chosen(count)) {
          read(reader, number);
          if (pages.done()) {
            break;
          }
        }
        return count;
      } finally {
        reader.dispose();
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // What Java's decoders throw for damaged headers.
      throw new IOException(e);
    }
  }

  private void read(ImageReader reader, int number) throws IOException, ReadFailure {
    attempt.check();
    int frame = number - 1;
    long size = (long) reader.getWidth(frame) * reader.getHeight(frame);
    refuseHuge(reader.getWidth(frame), reader.getHeight(frame));
    if (!tesseract.isThere(attempt)) {
      throw Tesseract.missing("The file");
    }
    Gray picture = decode(reader, frame, size);
    if (picture == null) {
      readUndecoded(new UndecodedSize(reader.getWidth(frame), reader.getHeight(frame)));
      return;
    }
    picture = picture.turned(Orientation.quartersToUpright(head()));
    int factor =
        (int) Math.ceil(Math.sqrt((double) picture.width() * picture.height() / MOST_RECOGNIZED));
    if (factor > 1) {
      picture = picture.shrunk(factor);
    } else if (Math.max(picture.width(), picture.height()) < SMALL) {
      picture = picture.doubled();
    }
    float points = LONG_SIDE / Math.max(picture.width(), picture.height());
    add(
        number,
        picture.width(),
        picture.height(),
        points,
        tesseract.read(attempt, picture, points));
  }

  private @Nullable Gray decode(ImageReader reader, int frame, long size) throws IOException {
    ImageReadParam parameters = reader.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt((double) size / MOST_DECODED));
    if (step > 1) {
      parameters.setSourceSubsampling(step, step, 0, 0);
    }
    try {
      BufferedImage image = reader.read(frame, parameters);
      attempt.check();
      return Gray.of(image);
    } catch (IIOException e) {
      boolean unknown = e.getMessage() != null && e.getMessage().startsWith("Unsupported");
      if (unknown && frame == 0) {
        return null;
      }
      throw e;
    }
  }

  private void readUndecoded(@Nullable UndecodedSize size) throws IOException, ReadFailure {
    pages.chosen(1);
    if (size == null) {
      throw new IOException("no size in the header");
    }
    refuseHuge(size.width(), size.height());
    if (!tesseract.isThere(attempt)) {
      throw Tesseract.missing("The file");
    }
    float points = LONG_SIDE / Math.max(size.width(), size.height());
    byte[] file = Files.readAllBytes(attempt.file());
    add(1, size.width(), size.height(), points, tesseract.read(attempt, file, points));
  }

  private void add(int number, int width, int height, float points, List<Line> lines) {
    pages.begin(number, new Box(0, 0, width * points, height * points), Page.Source.OCR);
    lines.forEach(line -> pages.line(line.text(), line.role(), line.box()));
  }

  private void refuseHuge(int width, int height) throws ReadFailure {
    if ((long) width * height > mostPixels) {
      throw new ReadFailure(
          Code.DOCUMENT_TOO_LARGE,
          "The picture is %,d by %,d pixels, but the limit is %,d pixels."
              .formatted(width, height, mostPixels));
    }
  }

  private byte[] head() throws IOException {
    try (InputStream in = attempt.open()) {
      return in.readNBytes(1 << 16);
    }
  }
}
