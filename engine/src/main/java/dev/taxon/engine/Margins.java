package dev.taxon.engine;

import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.engine.text.Words;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines at the top and the foot of a page that say nothing of it: heads and feet that stood on the
 * page before, whatever their page number, and bare lists of words at the foot, such as the menu of
 * a web site or words that are there to be found.
 */
final class Margins {
  private static final int EDGE = 3;
  private static final int FOOT = 4;

  /** A page of fewer lines is all text. */
  private static final int SHORTEST_PAGE = 6;

  private static final int FEWEST_ITEMS = 5;
  private static final int LONGEST_ITEM = 3;
  private static final int FEWEST_WORDS = 8;

  private final BitSet left = new BitSet();

  /**
   * Looks at the edges of a page.
   *
   * @param before the page before, or null for the first one
   */
  Margins(Page page, @Nullable Page before) {
    List<Line> lines = page.lines();
    int size = lines.size();
    if (before != null) {
      Set<String> known = edges(before.lines());
      for (int i = 0; i < size; i++) {
        if (isEdge(i, size) && known.contains(letters(lines.get(i).text()))) {
          left.set(i);
        }
      }
    }
    int foot = size < SHORTEST_PAGE ? 0 : Math.min(FOOT, size / 3);
    for (int i = size - foot; i < size; i++) {
      if (lines.get(i).role() == Line.Role.BODY && isList(lines.get(i).text())) {
        left.set(i);
      }
    }
  }

  /** Whether a line is left out of what the page says. */
  boolean holds(int line) {
    return left.get(line);
  }

  private static boolean isEdge(int line, int lines) {
    return line < EDGE || line >= lines - EDGE;
  }

  private static Set<String> edges(List<Line> lines) {
    var edges = new HashSet<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (isEdge(i, lines.size())) {
        edges.add(letters(lines.get(i).text()));
      }
    }
    edges.remove("");
    return edges;
  }

  /** A line without what changes from page to page. */
  private static String letters(String text) {
    var letters = new StringBuilder(text.length());
    text.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  /** Short items between marks, or many words of which none holds a sentence together. */
  static boolean isList(String text) {
    int items = 1;
    int words = 0;
    int ofItem = 0;
    boolean sentence = false;
    boolean longItem = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isDigit(c)) {
        return false;
      }
      if (Character.isLetter(c)) {
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        words++;
        ofItem++;
        longItem |= ofItem > LONGEST_ITEM;
        sentence |= CommonWords.isFunction(Words.fold(text.substring(at, end)));
        if (longItem && sentence) {
          return false;
        }
        at = end - 1;
      } else if (",;|•·/".indexOf(c) >= 0) {
        items++;
        ofItem = 0;
      }
    }
    boolean isListed = items >= FEWEST_ITEMS && words >= FEWEST_ITEMS && !longItem;
    return (isListed || (words >= FEWEST_WORDS && !sentence))
        && !text.stripTrailing().endsWith(".");
  }
}
