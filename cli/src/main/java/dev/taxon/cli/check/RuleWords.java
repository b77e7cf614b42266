package dev.taxon.cli.check;

import dev.taxon.cli.rules.PlacedRule;
import dev.taxon.engine.Exclusions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a rule that say something: folded, without those that every sentence has, each with
 * whether it is denied.
 *
 * @param said words of the description that are asked for, in their order
 * @param denied words that are asked not to be there
 * @param type words of the type
 */
record RuleWords(Set<String> said, Set<String> denied, Set<String> type) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Words that say nothing of a document, in English and a little German, French and Spanish. */
  private static final Set<String> EMPTY =
      Set.of(
          "a",
          "an",
          "the",
          "and",
          "or",
          "of",
          "to",
          "in",
          "on",
          "for",
          "from",
          "by",
          "with",
          "at",
          "as",
          "is",
          "are",
          "be",
          "it",
          "its",
          "this",
          "that",
          "these",
          "those",
          "which",
          "who",
          "such",
          "any",
          "all",
          "some",
          "each",
          "every",
          "has",
          "have",
          "had",
          "can",
          "may",
          "will",
          "about",
          "into",
          "than",
          "then",
          "them",
          "they",
          "their",
          "there",
          "here",
          "where",
          "when",
          "what",
          "usually",
          "often",
          "typically",
          "sometimes",
          "also",
          "very",
          "kind",
          "type",
          "sort",
          "category",
          "class",
          "document",
          "file",
          "page",
          "text",
          "paper",
          "content",
          "something",
          "one",
          "der",
          "die",
          "das",
          "ein",
          "eine",
          "und",
          "oder",
          "von",
          "zu",
          "mit",
          "für",
          "im",
          "auf",
          "le",
          "la",
          "les",
          "un",
          "une",
          "et",
          "ou",
          "de",
          "du",
          "des",
          "el",
          "los",
          "las",
          "una",
          "y",
          "o",
          "del",
          "con",
          "para",
          "dokument",
          "fichier",
          "documento");

  static RuleWords of(PlacedRule rule) {
    var said = new LinkedHashSet<String>();
    var denied = new LinkedHashSet<String>();
    String description = rule.rule().description();
    int from = 0;
    for (Exclusions.Span span : Exclusions.of(description, null)) {
      add(said, description.substring(from, span.start()));
      add(denied, description.substring(span.start(), span.end()));
      from = span.end();
    }
    add(said, description.substring(from));
    var type = new LinkedHashSet<String>();
    add(type, rule.rule().type().replace('_', ' '));
    return new RuleWords(said, denied, type);
  }

  private static void add(Set<String> words, String text) {
    for (String word : words(text)) {
      if (!EMPTY.contains(word)) {
        words.add(stem(word));
      }
    }
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var match = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (match.find()) {
      words.add(match.group());
    }
    return words;
  }

  /** Without the endings of plurals: enough to see that two rules speak of the same. */
  private static String stem(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /** The words that both ask for, in this one's order. */
  List<String> shared(RuleWords other) {
    return said.stream().filter(other.said::contains).toList();
  }
}
