package dev.taxon.reader;

import static dev.taxon.reader.TypeDetector.startsWith;

import dev.taxon.reader.FileType.Format;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The formats that a few bytes at the start give away. */
final class Signatures {
  /** PDF readers allow so many bytes of something else before the header. */
  private static final int PDF_WITHIN = 1024;

  private Signatures() {}

  static @Nullable FileType of(byte[] head) {
    if (isPdf(head)) {
      return new FileType("application/pdf", Format.PDF);
    }
    if (startsWith(head, '{', '\\', 'r', 't', 'f')) {
      return new FileType("application/rtf", Format.RTF);
    }
    String picture = picture(head);
    return picture == null ? null : new FileType(picture, Format.PICTURE);
  }

  /** What stands before the header must not be a format of its own. */
  private static boolean isPdf(byte[] head) {
    String start =
        new String(head, 0, Math.min(head.length, PDF_WITHIN), StandardCharsets.ISO_8859_1);
    int at = start.indexOf("%PDF-");
    return at == 0 || (at > 0 && !start.stripLeading().startsWith("<") && !start.startsWith("PK"));
  }

  private static @Nullable String picture(byte[] head) {
    if (startsWith(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return "image/png";
    }
    if (startsWith(head, 0xFF, 0xD8, 0xFF)) {
      return "image/jpeg";
    }
    if (startsWith(head, 'G', 'I', 'F', '8')) {
      return "image/gif";
    }
    if (startsWith(head, 'I', 'I', 42, 0) || startsWith(head, 'M', 'M', 0, 42)) {
      return "image/tiff";
    }
    if (startsWith(head, 'R', 'I', 'F', 'F')
        && head.length > 12
        && head[8] == 'W'
        && head[9] == 'E') {
      return "image/webp";
    }
    if (startsWith(head, 0, 0, 0, 12, 'j', 'P', ' ', ' ')) {
      return "image/jp2";
    }
    // The four bytes behind the size are reserved and zero, which tells it from a text with "BM".
    boolean bitmap = startsWith(head, 'B', 'M') && head.length > 26 && head[6] == 0 && head[7] == 0;
    return bitmap && head[8] == 0 && head[9] == 0 ? "image/bmp" : null;
  }
}
