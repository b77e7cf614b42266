package dev.taxon.engine;

import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.engine.text.Glossary;
import dev.taxon.engine.text.Language;
import dev.taxon.engine.text.Stem;
import dev.taxon.engine.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one rule asks for: the words of its type's name, the words and neighbouring pairs of its
 * description, what the description excludes ("not a quote", "except reminders"), and whether it
 * takes whatever no other rule takes ("other", "anything else").
 *
 * @param name words of the name in order
 * @param description words of the description in order
 * @param excluded words that the description excludes, in order
 * @param pairs neighbours in name or description with no other content word between them
 * @param catchAll whether the rule is for the rest
 */
record RuleText(
    List<Word> name,
    List<Word> description,
    List<Word> excluded,
    List<Pair> pairs,
    boolean catchAll) {

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

  /** The language that the rules of a set are written in, or null where it does not show. */
  static @Nullable Language language(RuleSet rules) {
    var words = new ArrayList<String>();
    for (Rule rule : rules.rules()) {
      words.addAll(Words.of(spaced(rule.type()) + ' ' + rule.description()));
    }
    Language language = Glossary.shipped().language(words, 0, words.size());
    return language != null && language.isRead() && language != Language.ENGLISH ? language : null;
  }

  /**
   * A rule without the kinds that it excludes. What it denies of a kind that it means stays: "a
   * contract that is not signed".
   *
   * @param namesKind whether some folded words hold the whole name of a known kind
   */
  static Rule affirmed(Rule rule, @Nullable Language language, Predicate<List<String>> namesKind) {
    String text = rule.description();
    List<Exclusions.Span> kinds =
        Exclusions.of(text, language).stream()
            .filter(span -> namesKind.test(words(text, span, language)))
            .toList();
    return new Rule(rule.type(), Exclusions.cut(text, kinds).strip());
  }

  /** The words of a part of a text, and then what they mean in English. */
  private static List<String> words(
      String text, Exclusions.Span span, @Nullable Language language) {
    List<String> written = Words.of(text.substring(span.start(), span.end()));
    var words = new ArrayList<>(written);
    if (language != null) {
      for (String word : written) {
        String english = Glossary.shipped().english(language, word);
        words.addAll(english == null ? List.of() : List.of(english.split(" ", -1)));
      }
    }
    return words;
  }

  /**
   * The type's name and what the description means in English words, as far as they are known.
   *
   * @param namesKind see {@link #affirmed}
   */
  static Rule inEnglish(Rule rule, Language language, Predicate<List<String>> namesKind) {
    String text = affirmed(rule, language, namesKind).description();
    var english = new ArrayList<String>();
    int from = 0;
    for (Exclusions.Span denied : Exclusions.of(text, language)) {
      english.addAll(english(text.substring(from, denied.start()), language));
      english.add("not");
      english.addAll(english(text.substring(denied.start(), denied.end()), language));
      from = denied.end();
    }
    english.addAll(english(text.substring(from), language));
    List<String> name = english(spaced(rule.type()), language);
    return new Rule(
        name.isEmpty() ? spaced(rule.type()) : String.join(" ", name), String.join(" ", english));
  }

  private static List<String> english(String text, Language language) {
    var english = new ArrayList<String>();
    for (String word : Words.of(text)) {
      String meaning = Glossary.shipped().english(language, word);
      if (meaning != null) {
        english.add(meaning);
      } else if (!CommonWords.isFunction(word) && !Exclusions.excludes(word, language)) {
        english.add(word);
      }
    }
    return english;
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
        List.copyOf(description.excluded),
        List.copyOf(pairs),
        Remainder.is(rule));
  }

  /** A name with its parts apart: {@code supplierBill} and {@code PDFInvoice} hold two words. */
  static String spaced(String type) {
    return type.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ");
  }

  private static final class Collector {
    private final boolean excludes;
    private final @Nullable Language language;
    private final List<Word> words = new ArrayList<>();
    private final List<Word> excluded = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private int lastEnd;
    private @Nullable Word before;

    Collector(boolean excludes, @Nullable Language language) {
      this.excludes = excludes;
      this.language = language;
    }

    void read(String text) {
      var spans = new ArrayDeque<Exclusions.Span>();
      if (excludes) {
        spans.addAll(Exclusions.of(text, language));
      }
      Words.scan(
          text,
          Integer.MAX_VALUE,
          (folded, start, end) -> {
            while (!spans.isEmpty() && spans.getFirst().end() <= start) {
              spans.removeFirst();
            }
            if (endsClause(text, lastEnd, start)) {
              before = null;
            }
            lastEnd = end;
            boolean isExcluded = !spans.isEmpty() && spans.getFirst().start() <= start;
            List<Word> taken = isExcluded ? excluded : words;
            if (taken.size() >= LONGEST || CommonWords.isFunction(folded)) {
              return;
            }
            var word =
                new Word(Stem.of(folded), folded, text.substring(start, end), english(folded));
            taken.add(word);
            if (isExcluded) {
              return;
            }
            if (before != null) {
              pairs.add(new Pair(before, word));
            }
            before = word;
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
