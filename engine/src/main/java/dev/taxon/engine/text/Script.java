package dev.taxon.engine.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells texts in other letters than Latin ones, of which the engine knows no words. */
public final class Script {
  private static final int MEASURED = 200;

  private Script() {}

  /**
   * What most words of a text are written in, as "Cyrillic letters", or null where that is Latin
   * letters or nothing but figures.
   *
   * @param words folded, in order; the first {@value #MEASURED} are looked at
   */
  public static @Nullable String unread(List<String> words) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int measured = Math.min(MEASURED, words.size());
    for (int i = 0; i < measured; i++) {
      int c = words.get(i).codePointAt(0);
      if (Character.isLetter(c)) {
        counts.merge(UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    int latin = counts.getOrDefault(UnicodeScript.LATIN, 0);
    UnicodeScript most = null;
    int all = 0;
    for (var count : counts.entrySet()) {
      all += count.getValue();
      if (most == null || count.getValue() > counts.getOrDefault(most, 0)) {
        most = count.getKey();
      }
    }
    if (most == null || 2 * latin >= all) {
      return null;
    }
    boolean kana =
        counts.containsKey(UnicodeScript.HIRAGANA) || counts.containsKey(UnicodeScript.KATAKANA);
    return shown(most == UnicodeScript.HAN && kana ? UnicodeScript.HIRAGANA : most);
  }

  private static String shown(UnicodeScript script) {
    return switch (script) {
      case HAN -> "Chinese characters";
      case HIRAGANA, KATAKANA -> "Japanese characters";
      case HANGUL -> "Korean characters";
      default -> {
        String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        yield Character.toUpperCase(name.charAt(0)) + name.substring(1) + " letters";
      }
    };
  }
}
