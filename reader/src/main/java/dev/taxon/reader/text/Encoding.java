package dev.taxon.reader.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out how text is written from its first bytes: by its byte order mark, by where its zero
 * bytes stand (UTF-16), by being valid UTF-8, and else by the statistics of two detectors
 * (Mozilla's, strong in East Asian sets, and ICU's, strong in European ones).
 */
public final class Encoding {
  private static final int LEAST_CONFIDENCE = 25;

  private Encoding() {}

  /**
   * The character set, or null if the bytes are no text.
   *
   * @param head the first bytes of the file, or all; a character may be cut off at the end
   * @param language the request's hint
   */
  public static @Nullable Charset of(byte[] head, String language) {
    Charset marked = byMark(head);
    if (marked != null) {
      return marked;
    }
    Charset wide = byZeros(head);
    if (wide != null) {
      return wide;
    }
    if (isBinary(head)) {
      return null;
    }
    if (isUtf8(head)) {
      return StandardCharsets.UTF_8;
    }
    return byStatistics(head, language);
  }

  private static @Nullable Charset byMark(byte[] head) {
    int a = at(head, 0);
    int b = at(head, 1);
    int c = at(head, 2);
    int d = at(head, 3);
    if (a == 0xEF && b == 0xBB && c == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (a == 0xFF && b == 0xFE) {
      return c == 0 && d == 0 && head.length > 4
          ? StandardCharsets.UTF_32LE
          : StandardCharsets.UTF_16LE;
    }
    if (a == 0xFE && b == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return a == 0 && b == 0 && c == 0xFE && d == 0xFF ? StandardCharsets.UTF_32BE : null;
  }

  /** UTF-16 in a Western language has a zero in almost every second byte, and in no other. */
  private static @Nullable Charset byZeros(byte[] head) {
    int pairs = head.length / 2;
    if (pairs < 4) {
      return null;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      even += head[2 * i] == 0 ? 1 : 0;
      odd += head[2 * i + 1] == 0 ? 1 : 0;
    }
    if (odd > pairs / 2 && even * 20 < pairs) {
      return StandardCharsets.UTF_16LE;
    }
    return even > pairs / 2 && odd * 20 < pairs ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isBinary(byte[] head) {
    int strange = 0;
    for (byte b : head) {
      boolean usual = b < 0 || b >= ' ' || (b >= '\b' && b <= '\r') || b == 0x1B || b == 0x1A;
      if (!usual) {
        strange++;
      }
    }
    return strange > 1 + head.length / 200;
  }

  private static boolean isUtf8(byte[] head) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(head);
    CharBuffer out = CharBuffer.allocate(4096);
    while (true) {
      CoderResult result = decoder.decode(in, out, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
      out.clear();
    }
  }

  private static @Nullable Charset byStatistics(byte[] head, String language) {
    Charset expected = legacySetOf(language);
    if (expected != null && decodes(head, expected)) {
      return expected;
    }
    UniversalDetector mozilla = new UniversalDetector();
    mozilla.handleData(head);
    mozilla.dataEnd();
    Charset charset = named(mozilla.getDetectedCharset());
    if (charset != null) {
      return charset;
    }
    CharsetMatch icu = new CharsetDetector().setText(head).detect();
    if (icu != null && icu.getConfidence() >= LEAST_CONFIDENCE) {
      charset = named(icu.getName());
      if (charset != null && !charset.equals(StandardCharsets.ISO_8859_1)) {
        return charset;
      }
    }
    return named("windows-1252");
  }

  /** Where a language has one old multi-byte set that random Western text hardly fits. */
  private static @Nullable Charset legacySetOf(String language) {
    return switch (language) {
      case "ja" -> named("windows-31j");
      case "ch_sim" -> named("GB18030");
      case "ch_tra" -> named("Big5");
      case "ko" -> named("x-windows-949");
      default -> null;
    };
  }

  private static boolean decodes(byte[] head, Charset charset) {
    try {
      // The last bytes may be half a character.
      charset.newDecoder().decode(ByteBuffer.wrap(head, 0, Math.max(0, lastAscii(head))));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static int lastAscii(byte[] head) {
    int end = head.length;
    while (end > 0 && head[end - 1] < 0) {
      end--;
    }
    return end;
  }

  private static @Nullable Charset named(@Nullable String name) {
    try {
      return name == null || !Charset.isSupported(name) ? null : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static int at(byte[] bytes, int i) {
    return i < bytes.length ? bytes[i] & 0xFF : -1;
  }
}
