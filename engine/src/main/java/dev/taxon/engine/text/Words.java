package dev.taxon.engine.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into words that can be compared: lower case, without accents, of any script.
 *
 * <p>A word is a run of letters, marks and digits. Scripts that do not set spaces between words
 * (Chinese, Japanese, Thai and others) give overlapping pairs of characters instead, as Lucene's
 * CJKBigramFilter does. Short codes stay whole: {@code W-2} and {@code W2} are one word, and so are
 * {@code e-mail} and {@code email}. Marks that nobody sees, such as soft hyphens, do not part a
 * word. Single letters in a row are one word, as headings are spaced out: {@code I N V O I C E}.
 * Letters of other scripts that look Latin are Latin in a word that holds Latin ones. Costs one
 * pass over the text; words longer than {@value #LONGEST} letters are passed over.
 */
public final class Words {
  private static final int LONGEST = 40;

  /** A word with all its marks and unseen characters, in code units. */
  private static final int LONGEST_MARKED = 64 * LONGEST;

  private static final int LONGEST_CODE = 6;

  /** Fewer single letters in a row are no word: {@code A B C}. */
  private static final int FEWEST_SPACED = 4;

  /** Between the words of a line that is spaced out. */
  private static final int WIDEST_GAP = 4;

  /** Takes the words of a text, one after the other. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one word.
     *
     * @param word folded, not empty
     * @param start offset of its first code unit in the text
     * @param end offset behind its last code unit
     */
    void word(String word, int start, int end);
  }

  private Words() {}

  /** Hands each word of the first {@code limit} code units to the sink. */
  public static void scan(String text, int limit, Sink sink) {
    scan(text, 0, limit, sink);
  }

  /** Hands each word between two offsets to the sink. */
  public static void scan(String text, int from, int limit, Sink sink) {
    int end = Math.min(limit, text.length());
    int at = from;
    while (at < end) {
      int c = text.codePointAt(at);
      if (!isWordPart(c)) {
        at += Character.charCount(c);
      } else if (isUnspaced(c)) {
        at = scanUnspaced(text, at, end, sink);
      } else {
        at = scanWord(text, at, end, sink);
      }
    }
  }

  /** The words of a short text in order. */
  public static List<String> of(String text) {
    var words = new ArrayList<String>();
    scan(text, Integer.MAX_VALUE, (word, start, end) -> words.add(word));
    return words;
  }

  private static int scanWord(String text, int start, int limit, Sink sink) {
    int end = wordEnd(text, start, limit);
    if (end == start + 1 && end + 1 < limit && isBlank(text.charAt(end))) {
      int spaced = spacedEnd(text, start, limit);
      if (spaced > 0) {
        joinSpaced(text, start, spaced, sink);
        return spaced;
      }
    }
    if (end + 1 < limit && isHyphen(text.charAt(end))) {
      int second = wordEnd(text, end + 1, limit);
      String joined = text.substring(start, end) + text.substring(end + 1, second);
      if (second > end + 1 && (isCode(joined) || isElectronic(joined, end - start))) {
        sink.word(fold(joined), start, second);
        return second;
      }
    }
    if (end - start <= LONGEST_MARKED) {
      String word = fold(text.substring(start, end));
      if (!word.isEmpty() && word.length() <= LONGEST) {
        sink.word(word, start, end);
      }
    }
    return end;
  }

  private static int wordEnd(String text, int start, int limit) {
    int at = start;
    while (at < limit) {
      int c = text.codePointAt(at);
      if (isWordPart(c) && !isUnspaced(c)) {
        at += Character.charCount(c);
        continue;
      }
      int past = at > start ? pastUnseen(text, at, limit) : at;
      if (past == at || past == limit || !isWordPart(text.codePointAt(past))) {
        break;
      }
      at = past;
    }
    return Math.min(at, limit);
  }

  private static int pastUnseen(String text, int from, int limit) {
    int at = from;
    while (at < limit && isUnseen(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind the last of some single letters in a row, or 0 where they are too few to be a word. */
  private static int spacedEnd(String text, int start, int limit) {
    int letters = 0;
    int at = start;
    int end = start;
    while (at < limit && Character.isLetter(text.charAt(at)) && !isUnspaced(text.charAt(at))) {
      int next = wordEnd(text, at, limit);
      if (next > at + 1) {
        break;
      }
      letters++;
      end = next;
      at = pastBlanks(text, next, limit);
      if (at == next || at > next + WIDEST_GAP) {
        break;
      }
    }
    return letters < FEWEST_SPACED ? 0 : end;
  }

  /** Single letters as words, which part where the gap is wider than the narrowest. */
  private static void joinSpaced(String text, int start, int end, Sink sink) {
    int narrowest = WIDEST_GAP;
    for (int at = start + 1; at < end; at = pastBlanks(text, at, end) + 1) {
      narrowest = Math.min(narrowest, pastBlanks(text, at, end) - at);
    }
    var word = new StringBuilder();
    int wordStart = start;
    int at = start;
    while (at < end) {
      word.append(text.charAt(at));
      int next = pastBlanks(text, at + 1, end);
      if (next >= end || next - at - 1 > narrowest) {
        if (word.length() <= LONGEST) {
          sink.word(fold(word.toString()), wordStart, at + 1);
        }
        word.setLength(0);
        wordStart = next;
      }
      at = next;
    }
  }

  private static int pastBlanks(String text, int from, int limit) {
    int at = from;
    while (at < limit && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= 0xA0 && Character.isSpaceChar(c));
  }

  /** A hyphen as it is typed, and as it is set; one that may stand at the end of a line. */
  public static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u00AD';
  }

  /** Soft hyphens, joiners, spaces of no width and marks of direction. */
  private static boolean isUnseen(int c) {
    return c >= 0xAD
        && (c == 0xAD
            || c == 0x61C
            || (c >= 0x200B && c <= 0x200F)
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2060 && c <= 0x2069)
            || c == 0xFEFF);
  }

  private static int scanUnspaced(String text, int start, int limit, Sink sink) {
    int at = start;
    int before = -1;
    while (at < limit) {
      int c = text.codePointAt(at);
      if (!isWordPart(c) || !isUnspaced(c)) {
        break;
      }
      int next = Math.min(at + Character.charCount(c), limit);
      if (before >= 0) {
        sink.word(text.substring(before, next), before, next);
      }
      before = at;
      at = next;
    }
    if (before == start) {
      sink.word(text.substring(start, at), start, at);
    }
    return at;
  }

  /** {@code e-mail}, {@code E-Ticket}. */
  private static boolean isElectronic(String joined, int firstLength) {
    return firstLength == 1
        && (joined.charAt(0) == 'e' || joined.charAt(0) == 'E')
        && joined.length() > LONGEST_CODE - 2
        && joined.length() <= LONGEST;
  }

  private static boolean isCode(String joined) {
    if (joined.length() >= LONGEST_CODE) {
      return false;
    }
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      letter |= Character.isLetter(c);
      digit |= Character.isDigit(c);
    }
    return letter && digit;
  }

  private static boolean isWordPart(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Whether the character belongs to a script that runs words together. */
  private static boolean isUnspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  /** Lower case without accents; may be empty when the word is made of marks alone. */
  public static String fold(String word) {
    boolean ascii = true;
    boolean lower = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      ascii &= c < 128;
      lower &= c < 'A' || c > 'Z';
    }
    if (ascii) {
      return lower ? word : word.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      switch (c) {
        case 'ß' -> folded.append("ss");
        case 'æ' -> folded.append("ae");
        case 'œ' -> folded.append("oe");
        case 'ø' -> folded.append('o');
        case 'ł' -> folded.append('l');
        case 'đ' -> folded.append('d');
        case 'ı' -> folded.append('i');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK && !isUnseen(c)) {
            folded.append(c);
          }
        }
      }
    }
    return LookAlikes.latin(folded.toString());
  }
}
