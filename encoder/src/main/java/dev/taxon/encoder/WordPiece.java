package dev.taxon.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the word pieces of an uncased BERT vocabulary.
 *
 * <p>As published with BERT: control characters are dropped, text is lower-cased and freed of
 * accents, ideographs and punctuation stand alone, and each word is matched by the longest pieces
 * from the left; a word that cannot be matched, or is longer than {@value #LONGEST_WORD} code
 * units, is unknown. Linear in the text times the longest piece.
 *
 * @see <a
 *     href="https://github.com/google-research/bert/blob/master/tokenization.py">tokenization.py</a>
 */
final class WordPiece {
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int longestPiece;

  /**
   * Pieces by text.
   *
   * @throws IllegalArgumentException when the vocabulary has no unknown piece
   */
  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    Integer found = vocabulary.get("[UNK]");
    if (found == null) {
      throw new IllegalArgumentException("the vocabulary has no [UNK] piece");
    }
    this.unknown = found;
    this.longestPiece = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * Numbers of the text's pieces in order, at most {@code limit} of them; reads no further than it
   * needs to.
   */
  List<Integer> pieces(String text, int limit) {
    var pieces = new ArrayList<Integer>();
    for (String word : words(text, limit)) {
      appendPieces(word, pieces);
      if (pieces.size() >= limit) {
        return pieces.subList(0, limit);
      }
    }
    return pieces;
  }

  /**
   * Whitespace-separated words with punctuation and ideographs on their own, lower case, without
   * accents.
   */
  private static List<String> words(String text, int limit) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < text.length() && words.size() < limit; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == 0 || c == 0xFFFD || isControl(c)) {
        continue;
      }
      if (isSpace(c)) {
        flush(word, words);
      } else if (isPunctuation(c) || isIdeograph(c)) {
        flush(word, words);
        words.add(Character.toString(c));
      } else {
        word.appendCodePoint(c);
      }
    }
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.isEmpty()) {
      return;
    }
    String plain = word.toString();
    word.setLength(0);
    if (!isAscii(plain)) {
      plain = withoutAccents(plain.toLowerCase(Locale.ROOT));
    } else {
      plain = plain.toLowerCase(Locale.ROOT);
    }
    if (!plain.isEmpty()) {
      words.add(plain);
    }
  }

  private static String withoutAccents(String word) {
    var plain = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private void appendPieces(String word, List<Integer> pieces) {
    if (word.length() > LONGEST_WORD) {
      pieces.add(unknown);
      return;
    }
    int before = pieces.size();
    for (int start = 0; start < word.length(); ) {
      int end = Math.min(word.length(), start + longestPiece);
      Integer piece = null;
      for (; end > start; end--) {
        String candidate = word.substring(start, end);
        piece = vocabulary.get(start == 0 ? candidate : "##" + candidate);
        if (piece != null) {
          break;
        }
      }
      if (piece == null) {
        pieces.subList(before, pieces.size()).clear();
        pieces.add(unknown);
        return;
      }
      pieces.add(piece);
      start = end;
    }
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isControl(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.SURROGATE;
  }

  private static boolean isPunctuation(int c) {
    if ((c >= 33 && c <= 47)
        || (c >= 58 && c <= 64)
        || (c >= 91 && c <= 96)
        || (c >= 123 && c <= 126)) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
