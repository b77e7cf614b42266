package dev.taxon.engine;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.engine.text.Glossary;
import dev.taxon.engine.text.Language;
import dev.taxon.engine.text.Stem;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one rule asks for: the words of its type's name, the words and neighbouring pairs of its
 * description, without what the description excludes ("not a quote", "except reminders"), and
 * whether it takes whatever no other rule takes ("other", "anything else").
 *
 * @param name words of the name in order
 * @param description words of the description in order
 * @param pairs neighbours in name or description with no other content word between them
 * @param catchAll whether the rule is for the rest
 */
record RuleText(List<Word> name, List<Word> description, List<Pair> pairs, boolean catchAll) {

  /**
   * A content word.
   *
   * @param english what it means where the rules are in another language; else empty
   */
  record Word(String stem, String folded, String written, List<String> english) {}

  /** Two content words side by side, or with function words between them: "bill of lading". */
  record Pair(Word first, Word second) {}

  /** So many words of a description are looked at; more tell nothing new about a kind. */
  private static final int LONGEST = 400;

  private static final Set<String> EXCLUDING =
      Set.of("not", "no", "nor", "except", "excluding", "excludes", "without", "unlike", "never");

  private static final Set<String> EXCLUDING_ELSEWHERE =
      Set.of("nicht", "kein", "keine", "keinen", "ausser", "ohne", "sauf", "excepto", "pas");

  private static final Set<String> REST =
      Set.of(
          "other",
          "others",
          "misc",
          "miscellaneous",
          "rest",
          "unknown",
          "else",
          "anything",
          "everything",
          "none",
          "unclassified",
          "uncategorized",
          "sonstige",
          "sonstiges",
          "andere",
          "anderes",
          "autre",
          "autres",
          "divers",
          "otro",
          "otros",
          "varios",
          "altro",
          "altri");

  private static final Set<String> REST_PHRASES =
      Set.of(
          "anything else",
          "everything else",
          "all other",
          "any other document",
          "any other file",
          "any document that does not",
          "not fit any",
          "not fit the other",
          "fits none",
          "fits no other",
          "none of the above",
          "none of the other",
          "alles andere",
          "tout autre",
          "cualquier otro");

  /** The language that the rules of a set are written in, or null where it does not show. */
  static @Nullable Language language(RuleSet rules) {
    var words = new ArrayList<String>();
    for (Rule rule : rules.rules()) {
      words.addAll(Words.of(spaced(rule.type()) + ' ' + rule.description()));
    }
    Language language = Glossary.shipped().language(words, 0, words.size());
    return language != null && language.isRead() && language != Language.ENGLISH ? language : null;
  }

  /** The type's name and the description in English words, as far as they are known. */
  static Rule inEnglish(Rule rule, Language language) {
    return new Rule(
        inEnglish(spaced(rule.type()), language), inEnglish(rule.description(), language));
  }

  private static String inEnglish(String text, Language language) {
    var english = new ArrayList<String>();
    for (String word : Words.of(text)) {
      String meaning = Glossary.shipped().english(language, word);
      if (meaning != null) {
        english.add(meaning);
      } else if (!CommonWords.isFunction(word)) {
        english.add(word);
      }
    }
    return english.isEmpty() ? text : String.join(" ", english);
  }

  static RuleText of(Rule rule) {
    return of(rule, null);
  }

  /**
   * Reads a rule.
   *
   * @param language of the rules, null for English or none that is known
   */
  static RuleText of(Rule rule, @Nullable Language language) {
    var name = new Collector(false, language);
    name.read(spaced(rule.type()));
    var description = new Collector(true, language);
    description.read(rule.description());
    var pairs = new ArrayList<>(name.pairs);
    pairs.addAll(description.pairs);
    return new RuleText(
        List.copyOf(name.words),
        List.copyOf(description.words),
        List.copyOf(pairs),
        isForTheRest(rule));
  }

  /** A name with its parts apart: {@code supplierBill} and {@code PDFInvoice} hold two words. */
  private static String spaced(String type) {
    return type.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ");
  }

  private static boolean isForTheRest(Rule rule) {
    boolean[] telling = {false, false};
    Words.scan(
        spaced(rule.type()),
        1_000,
        (word, start, end) -> {
          boolean rest = REST.contains(word);
          telling[0] |= rest;
          telling[1] |= !rest && !CommonWords.isFunction(word) && CommonWords.weight(word) == 1;
        });
    if (telling[0] && !telling[1]) {
      return true;
    }
    var text = new StringBuilder();
    Words.scan(rule.description(), 200, (word, start, end) -> text.append(word).append(' '));
    return REST_PHRASES.stream().anyMatch(phrase -> text.indexOf(phrase) >= 0);
  }

  private static final class Collector {
    private final boolean excludes;
    private final @Nullable Language language;
    private final List<Word> words = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    Collector(boolean excludes, @Nullable Language language) {
      this.excludes = excludes;
      this.language = language;
    }

    void read(String text) {
      int[] lastEnd = {0};
      boolean[] excluded = {false};
      Word[] before = {null};
      Words.scan(
          text,
          Integer.MAX_VALUE,
          (folded, start, end) -> {
            if (words.size() >= LONGEST) {
              return;
            }
            if (endsClause(text, lastEnd[0], start)) {
              excluded[0] = false;
              before[0] = null;
            }
            lastEnd[0] = end;
            if (excludes && (EXCLUDING.contains(folded) || EXCLUDING_ELSEWHERE.contains(folded))) {
              excluded[0] = true;
            }
            if (folded.equals("but")) {
              excluded[0] = false;
            }
            if (excluded[0] || CommonWords.isFunction(folded)) {
              return;
            }
            var word =
                new Word(Stem.of(folded), folded, text.substring(start, end), english(folded));
            words.add(word);
            if (before[0] != null) {
              pairs.add(new Pair(before[0], word));
            }
            before[0] = word;
          });
    }

    private List<String> english(String folded) {
      String english = language == null ? null : Glossary.shipped().english(language, folded);
      return english == null ? List.of() : List.of(english.split(" ", -1));
    }

    private static boolean endsClause(String text, int from, int to) {
      for (int i = from; i < to; i++) {
        if (".,;:!?()[]/|\n\"".indexOf(text.charAt(i)) >= 0) {
          return true;
        }
      }
      return false;
    }
  }
}
