package dev.taxon.engine.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What words of other languages mean in English, and which language a text is written in.
 *
 * <p>Some 530 meanings that documents and rules are about, in six languages beside English. A word
 * is found without its ending too, and a German or Dutch compound by its longest known end
 * ("Bergverordnung" is a regulation). The language of a text is the one of which most words are
 * known: its little words, and those of the glossary. Immutable; read once, 1 MB.
 */
public final class Glossary {
  private static final String RESOURCE = "glossary.txt";
  private static final List<Language> ALL = List.of(Language.values());
  private static final List<Language> COLUMNS =
      List.of(
          Language.GERMAN,
          Language.FRENCH,
          Language.SPANISH,
          Language.ITALIAN,
          Language.PORTUGUESE,
          Language.DUTCH);

  private static final int SHORTEST_STEM = 4;
  private static final int SHORTEST_END = 5;
  private static final int SHORTEST_FRONT = 3;

  /** So many words of a text are enough to know its language by. */
  private static final int MEASURED = 300;

  private static final int LEAST = 3;

  /** A page of a language holds a little word in so many words at most. */
  private static final int SPARSEST = 25;

  private final Map<Language, Map<String, String>> english = new EnumMap<>(Language.class);
  private final Map<String, Integer> languages = new HashMap<>();

  private Glossary(BufferedReader lines) throws IOException {
    for (Language language : COLUMNS) {
      english.put(language, new HashMap<>());
    }
    for (Language language : ALL) {
      language.words().forEach(word -> mark(word, language));
    }
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.startsWith("#")) {
        take(line.split("\\|", -1));
      }
    }
  }

  private void take(String[] columns) {
    for (String word : columns[0].split(" ", -1)) {
      mark(word, Language.ENGLISH);
    }
    for (int i = 0; i < COLUMNS.size(); i++) {
      Language language = COLUMNS.get(i);
      for (String written : columns[i + 1].split(" ", -1)) {
        if (!written.isEmpty()) {
          add(language, Words.fold(written), columns[0]);
          if (language == Language.GERMAN) {
            add(language, Words.fold(spelledOut(written)), columns[0]);
          }
        }
      }
    }
  }

  private void add(Language language, String word, String meaning) {
    words(language).putIfAbsent(word, meaning);
    mark(word, language);
  }

  private void mark(String word, Language language) {
    languages.merge(word, 1 << ALL.indexOf(language), (a, b) -> a | b);
  }

  private Map<String, String> words(Language language) {
    return Objects.requireNonNull(english.get(language));
  }

  /** As it is written where there are no umlauts: {@code Ueberweisung}. */
  private static String spelledOut(String word) {
    return word.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
  }

  private static final class Shipped {
    static final Glossary GLOSSARY = read();

    private static Glossary read() {
      var stream =
          Objects.requireNonNull(
              Glossary.class.getResourceAsStream(RESOURCE), RESOURCE + " is lost");
      try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return new Glossary(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What ships with the engine. */
  public static Glossary shipped() {
    return Shipped.GLOSSARY;
  }

  /**
   * What a folded word means in English, as one or more folded words, or null where that is not
   * known or the language needs no glossary.
   */
  public @Nullable String english(Language language, String word) {
    Map<String, String> words = english.get(language);
    if (words == null) {
      return null;
    }
    String found = stemmed(words, word);
    if (found == null && (language == Language.GERMAN || language == Language.DUTCH)) {
      for (int at = SHORTEST_FRONT; found == null && at <= word.length() - SHORTEST_END; at++) {
        found = stemmed(words, word.substring(at));
      }
    }
    return found;
  }

  /** The word as it stands, or without up to two letters of its ending. */
  private static @Nullable String stemmed(Map<String, String> words, String word) {
    String found = words.get(word);
    for (int cut = 1; found == null && cut <= 2 && word.length() - cut >= SHORTEST_STEM; cut++) {
      String ending = word.substring(word.length() - cut);
      if ("aeonrsm".indexOf(ending.charAt(0)) >= 0
          && "aeonrsm".indexOf(ending.charAt(cut - 1)) >= 0) {
        String stem = word.substring(0, word.length() - cut);
        found = words.get(stem);
        for (int i = 0; found == null && i < 4; i++) {
          found = words.get(stem + "eoan".charAt(i));
        }
      }
    }
    return found;
  }

  /**
   * The language of a text, or null where too few of its words are known.
   *
   * @param words folded, in order
   * @param from the first word to look at
   * @param to behind the last one
   */
  public @Nullable Language language(List<String> words, int from, int to) {
    int measured = Math.min(to, from + MEASURED);
    var counts = new int[ALL.size()];
    for (int i = from; i < measured; i++) {
      Integer marked = languages.get(words.get(i));
      for (int mask = marked == null ? 0 : marked; mask != 0; mask &= mask - 1) {
        counts[Integer.numberOfTrailingZeros(mask)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[best]) {
        best = i;
      }
    }
    return counts[best] < LEAST || counts[best] * SPARSEST < measured - from ? null : ALL.get(best);
  }
}
