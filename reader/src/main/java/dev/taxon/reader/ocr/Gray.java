package dev.taxon.reader.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A picture in shades of gray, one byte a pixel, 0 black to 255 white. */
public final class Gray {
  private final int width;
  private final int height;
  private final byte[] pixels;

  /**
   * @param pixels row by row from the upper left
   */
  private Gray(int width, int height, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The picture as it looks on white paper. */
  public static Gray of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] pixels = new byte[Math.multiplyExact(width, height)];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) brightness(row[x]);
      }
    }
    return new Gray(width, height, pixels);
  }

  private static int brightness(int argb) {
    int alpha = argb >>> 24;
    int red = (argb >> 16) & 0xFF;
    int green = (argb >> 8) & 0xFF;
    int blue = argb & 0xFF;
    int gray = (red * 299 + green * 587 + blue * 114) / 1000;
    return (gray * alpha + 255 * (255 - alpha)) / 255;
  }

  /** Each square of {@code factor} by {@code factor} pixels as one. */
  Gray shrunk(int factor) {
    int w = Math.max(1, width / factor);
    int h = Math.max(1, height / factor);
    byte[] small = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        small[y * w + x] = (byte) average(x * factor, y * factor, factor);
      }
    }
    return new Gray(w, h, small);
  }

  private int average(int left, int top, int side) {
    int sum = 0;
    int count = 0;
    for (int y = top; y < Math.min(height, top + side); y++) {
      for (int x = left; x < Math.min(width, left + side); x++) {
        sum += pixels[y * width + x] & 0xFF;
        count++;
      }
    }
    return sum / Math.max(1, count);
  }

  /** Twice as wide and high, with the new pixels between the old. */
  Gray doubled() {
    int w = width * 2;
    byte[] large = new byte[w * height * 2];
    for (int y = 0; y < height * 2; y++) {
      for (int x = 0; x < w; x++) {
        int sum = at(x / 2, y / 2) + at((x + 1) / 2, y / 2);
        sum += at(x / 2, (y + 1) / 2) + at((x + 1) / 2, (y + 1) / 2);
        large[y * w + x] = (byte) (sum / 4);
      }
    }
    return new Gray(w, height * 2, large);
  }

  private int at(int x, int y) {
    return pixels[Math.min(y, height - 1) * width + Math.min(x, width - 1)] & 0xFF;
  }

  /** Turned clockwise. */
  Gray turned(int quarters) {
    Gray turned = this;
    for (int i = 0; i < Math.floorMod(quarters, 4); i++) {
      turned = turned.turnedOnce();
    }
    return turned;
  }

  private Gray turnedOnce() {
    byte[] turned = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + height - 1 - y] = pixels[y * width + x];
      }
    }
    return new Gray(/* width= */ height, /* height= */ width, turned);
  }

  /** Writes it as a binary PGM, which needs no packing. */
  void write(OutputStream out) throws IOException {
    out.write(("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
    out.write(pixels);
  }
}
