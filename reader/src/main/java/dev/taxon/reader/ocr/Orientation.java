package dev.taxon.reader.ocr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way up a camera says it held a JPEG, from its EXIF block. */
final class Orientation {
  private static final int TAG = 0x0112;

  private Orientation() {}

  /** Clockwise quarter turns that bring the picture upright; 0 where nothing is said. */
  static int quartersToUpright(byte[] head) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    if (head.length < 4 || bytes.getShort(0) != (short) 0xFFD8) {
      return 0;
    }
    int at = 2;
    while (at + 10 < head.length && (head[at] & 0xFF) == 0xFF) {
      int length = bytes.getShort(at + 2) & 0xFFFF;
      if ((head[at + 1] & 0xFF) == 0xE1 && bytes.getInt(at + 4) == 0x45786966) {
        return quarters(tag(bytes.slice(at + 10, Math.min(length - 8, head.length - at - 10))));
      }
      at += 2 + length;
    }
    return 0;
  }

  private static int quarters(int orientation) {
    return switch (orientation) {
      case 3, 4 -> 2;
      case 5, 6 -> 1;
      case 7, 8 -> 3;
      default -> 0;
    };
  }

  /** The tag's value in the first directory of a TIFF structure, or 0. */
  private static int tag(ByteBuffer tiff) {
    if (tiff.capacity() < 14) {
      return 0;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory + 2 > tiff.capacity()) {
      return 0;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.capacity()) {
        return 0;
      }
      if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
        return tiff.getShort(entry + 8) & 0xFFFF;
      }
    }
    return 0;
  }
}
