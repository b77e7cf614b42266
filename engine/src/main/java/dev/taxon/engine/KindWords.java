package dev.taxon.engine;

import dev.taxon.engine.profile.KnownProfile;
import dev.taxon.engine.text.Stem;
import dev.taxon.engine.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the name of a known kind stands in a sentence. */
final class KindWords {
  /** Letters and figures whose own names begin with a vowel: an NDA, a CV, an 8-K, an 18-point. */
  private static final Pattern VOWEL_NAMED = Pattern.compile("[AEFHILMNORSX]|8|1[18](?!\\d)");

  /** Words that are written with a vowel and spoken without: a utility bill, a European form. */
  private static final Pattern CONSONANT_SOUND =
      Pattern.compile("eu|one\\b|uni|u(?!n)[^aeiou][aeiou]", Pattern.CASE_INSENSITIVE);

  private static final Pattern ARTICLE = Pattern.compile("^(?:an?|texts on) ");
  private static final Pattern WORD_WITHIN = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern FIGURE = Pattern.compile("\\d");
  private static final Pattern NO_VOWEL = Pattern.compile("[b-df-hj-np-tv-xz]+");
  private static final Pattern TAIL = Pattern.compile(" (?:of|for|to|and|in|on|with) .*");
  private static final Pattern PLURAL = Pattern.compile("[^ius]s$");
  private static final int LONGEST_INITIALISM = 4;

  /** Those that hold a vowel; what holds none is one anyway. */
  private static final Set<String> INITIALISMS =
      Set.of(
          "api", "coi", "dpa", "eob", "eula", "faq", "hipaa", "hoa", "ioi", "loi", "moa", "mou",
          "msa", "nda", "poa", "sla", "sow", "vat");

  private KindWords() {}

  /** As it follows "usual in": {@code an invoice}, {@code minutes}, {@code texts on cardiology}. */
  static String usualIn(KnownProfile profile) {
    return profile.subject() ? "texts on " + shown(profile.name()) : withArticle(profile.name());
  }

  /** {@code an invoice}; a name in the plural stays as it is. */
  static String withArticle(String name) {
    String shown = shown(name);
    if (isPlural(name)) {
      return shown;
    }
    String word = shown.split(" ", 2)[0];
    boolean vowel =
        word.equals(word.toUpperCase(Locale.ROOT))
            ? VOWEL_NAMED.matcher(word).lookingAt()
            : "aeiou".indexOf(Character.toLowerCase(word.charAt(0))) >= 0
                && !CONSONANT_SOUND.matcher(word).lookingAt();
    return (vowel ? "an " : "a ") + shown;
  }

  /** Whether a kind, as {@link #usualIn} has it, and a type are named by the same words. */
  static boolean sameName(String kind, String type) {
    return covers(stems(type), stems(ARTICLE.matcher(kind).replaceFirst("")));
  }

  private static boolean covers(Set<String> type, Set<String> kind) {
    return type.containsAll(kind) || kind.containsAll(type);
  }

  private static Set<String> stems(String text) {
    return Words.of(WORD_WITHIN.matcher(text).replaceAll(" ").replace('_', ' ')).stream()
        .map(Stem::of)
        .collect(Collectors.toSet());
  }

  /** Initialisms and the numbers of forms in capitals. */
  private static String shown(String name) {
    return List.of(name.split(" ")).stream()
        .map(word ->
            isInitialism(word) || FIGURE.matcher(word).find()
                ? word.toUpperCase(Locale.ROOT)
                : word)
        .collect(Collectors.joining(" "));
  }

  private static boolean isInitialism(String word) {
    return INITIALISMS.contains(word)
        || (word.length() > 1
            && word.length() <= LONGEST_INITIALISM
            && NO_VOWEL.matcher(word).matches());
  }

  private static boolean isPlural(String name) {
    return PLURAL.matcher(TAIL.matcher(name).replaceFirst("")).find();
  }
}
