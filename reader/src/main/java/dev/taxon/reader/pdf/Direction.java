package dev.taxon.reader.pdf;

import java.text.Bidi;
import java.text.Normalizer;

/**
 * Brings a line that was put together from left to right into the order in which it is read, where
 * it holds Hebrew or Arabic, and the shapes of Arabic letters back to the letters.
 */
final class Direction {
  private Direction() {}

  static String logical(String visual) {
    if (!Bidi.requiresBidi(visual.toCharArray(), 0, visual.length())) {
      return visual;
    }
    String letters = letters(visual);
    int base =
        isMostlyRightToLeft(letters) ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT;
    Bidi bidi = new Bidi(letters, base);
    byte[] levels = new byte[bidi.getRunCount()];
    Integer[] runs = new Integer[levels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      runs[i] = i;
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    StringBuilder logical = new StringBuilder(letters.length());
    for (int run : runs) {
      String text = letters.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
      logical.append(
          bidi.getRunLevel(run) % 2 == 0 ? text : new StringBuilder(text).reverse().toString());
    }
    return logical.toString();
  }

  /** A ligature's letters are turned round here, because the whole run will be. */
  private static String letters(String visual) {
    StringBuilder letters = new StringBuilder(visual.length());
    for (int i = 0; i < visual.length(); i++) {
      char c = visual.charAt(i);
      boolean shape = (c >= '\uFB1D' && c <= '\uFDFF') || (c >= '\uFE70' && c <= '\uFEFC');
      if (shape) {
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        letters.append(new StringBuilder(plain).reverse());
      } else {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static boolean isMostlyRightToLeft(String text) {
    int balance = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (Character.getDirectionality(text.charAt(i))) {
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
            balance++;
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> balance--;
        default -> {}
      }
    }
    return balance > 0;
  }
}
