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
 * <p>Some 1,200 meanings that documents and rules are about, in six languages beside English. A
 * word is found without its ending too, and a German or Dutch compound by its longest known end
 * ("Bergverordnung" is a regulation). The language of a text is the one of which most words are
 * known: its little words, and those of the glossary. Immutable; read once, 2 MB.
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

  /**
   * A page speaks a second language that says at least one part in so many of what the first does.
   */
  private static final int SECOND_PART = 3;

  private static final int ENGLISH = 1 << ALL.indexOf(Language.ENGLISH);

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
    List<Language> languages = languages(words, from, to);
    return languages.isEmpty() ? null : languages.getFirst();
  }

  /**
   * The language of a text, and a second one where it says much in two, as forms do in Canada,
   * Belgium or Switzerland; none where too few of its words are known. A word that several
   * languages share counts for each of them less.
   *
   * @param words folded, in order
   * @param from the first word to look at
   * @param to behind the last one
   */
  public List<Language> languages(List<String> words, int from, int to) {
    var masks = new int[Math.max(0, Math.min(to - from, MEASURED))];
    var known = new int[ALL.size()];
    var weights = new double[ALL.size()];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = languages.getOrDefault(words.get(from + i), 0);
      double weight = 1.0 / Integer.bitCount(masks[i]);
      for (int mask = masks[i]; mask != 0; mask &= mask - 1) {
        known[Integer.numberOfTrailingZeros(mask)]++;
        weights[Integer.numberOfTrailingZeros(mask)] += weight;
      }
    }
    int first = 0;
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] > weights[first]) {
        first = i;
      }
    }
    if (known[first] < LEAST || known[first] * SPARSEST < masks.length) {
      return List.of();
    }
    int second = ALL.get(first).isRead() ? second(masks, first) : first;
    return second == first ? List.of(ALL.get(first)) : List.of(ALL.get(first), ALL.get(second));
  }

  /** A language that is read of which enough words are not of the first one, or the first one. */
  private static int second(int[] masks, int first) {
    int second = first;
    int most = LEAST - 1;
    for (int other = 0; other < ALL.size(); other++) {
      int beside = only(masks, other, first);
      if (ALL.get(other).isRead()
          && beside > most
          && beside * SECOND_PART >= only(masks, first, other)) {
        second = other;
        most = beside;
      }
    }
    return second;
  }

  /** How many words are of one language and not of another. */
  private static int only(int[] masks, int language, int other) {
    int only = 0;
    for (int mask : masks) {
      only += mask >> language & ~(mask >> other) & 1;
    }
    return only;
  }

  /**
   * What a folded word of a page in some languages means in English: by the first of them that
   * knows it, null where none does or where the page is English too and the word may be English.
   */
  public @Nullable String english(List<Language> written, String word) {
    if (written.contains(Language.ENGLISH) && (languages.getOrDefault(word, 0) & ENGLISH) != 0) {
      return null;
    }
    for (Language language : written) {
      String found = english(language, word);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
