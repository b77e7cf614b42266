package dev.taxon.reader.ocr;

import org.jspecify.annotations.Nullable;

/**
 * The size of a picture that Java does not decode, from the header of WebP or JPEG 2000.
 *
 * @param width in pixels
 * @param height in pixels
 */
record UndecodedSize(int width, int height) {

  /** Null if the header is damaged. */
  static @Nullable UndecodedSize of(byte[] head) {
    if (head.length < 64) {
      return null;
    }
    UndecodedSize size = head[0] == 'R' ? webp(head) : jpeg2000(head);
    return size != null && size.width > 0 && size.height > 0 ? size : null;
  }

  private static @Nullable UndecodedSize webp(byte[] head) {
    String kind = new String(head, 12, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
    return switch (kind) {
      case "VP8X" -> new UndecodedSize(1 + little(head, 24, 3), 1 + little(head, 27, 3));
      case "VP8L" -> {
        int bits = little(head, 21, 4);
        yield new UndecodedSize(1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
      }
      case "VP8 " -> new UndecodedSize(little(head, 26, 2) & 0x3FFF, little(head, 28, 2) & 0x3FFF);
      default -> null;
    };
  }

  private static @Nullable UndecodedSize jpeg2000(byte[] head) {
    for (int i = 0; i + 12 < head.length; i++) {
      if (head[i] == 'i' && head[i + 1] == 'h' && head[i + 2] == 'd' && head[i + 3] == 'r') {
        return new UndecodedSize(big(head, i + 8), big(head, i + 4));
      }
    }
    return null;
  }

  private static int little(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private static int big(byte[] bytes, int at) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    return value;
  }
}
