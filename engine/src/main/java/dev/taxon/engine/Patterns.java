package dev.taxon.engine;

import dev.taxon.RuleSet;
import dev.taxon.engine.text.Language;
import dev.taxon.engine.text.Stem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A rule set made ready for matching: every word has a number and a weight that says how well it
 * tells these rules apart.
 *
 * <p>The weight of a word is {@code general * max(0.03, ln((n + 1) / df) / ln(n + 1))}: {@code
 * general} is 1, or {@value CommonWords#GENERAL_WEIGHT} for words that describe any document;
 * {@code n} is the number of types and {@code df} of those whose rules hold the word. Costs one
 * pass over the rules; nothing in it changes afterwards.
 */
final class Patterns {
  /** A word of a rule. */
  record Term(int id, double weight, String folded, String written) {}

  /** Two neighbouring words of a rule. */
  record Phrase(int id, int first, int second, double weight, String written) {}

  /**
   * One rule.
   *
   * @param rule its place among the rules, from 0
   * @param type index into {@link #types()}
   * @param name words of the type's name, each once, heaviest first
   * @param nameWeight sum of their weights
   * @param words words of name and description, each once, heaviest first; a word in both weighs
   *     more
   * @param wordsWeight sum of their weights
   * @param wordsNorm root of the sum of their squared weights
   * @param phrases pairs of both, each once, heaviest first
   */
  record Pattern(
      int rule,
      int type,
      List<Term> name,
      double nameWeight,
      List<Term> words,
      double wordsWeight,
      double wordsNorm,
      List<Phrase> phrases) {
    static Pattern of(int rule, int type, List<Term> name, List<Term> words, List<Phrase> phrases) {
      double nameWeight = 0;
      for (var term : name) {
        nameWeight += term.weight();
      }
      double wordsWeight = 0;
      double squares = 0;
      for (var term : words) {
        wordsWeight += term.weight();
        squares += term.weight() * term.weight();
      }
      return new Pattern(
          rule, type, name, nameWeight, words, wordsWeight, StrictMath.sqrt(squares), phrases);
    }

    boolean holds(int term) {
      return words.stream().anyMatch(each -> each.id() == term);
    }
  }

  private static final double NAME_WEIGHT = 1.2;
  private static final double LEAST_SEPARATION = 0.03;
  private static final int BEGINNING = 5;
  private static final int ENDING = 2;

  private final List<String> types;
  private final List<Pattern> patterns = new ArrayList<>();
  private final int rest;
  private final Map<String, Integer> terms = new HashMap<>();
  private int ids;
  private final Set<String> beginnings = new HashSet<>();
  private final Map<Long, Integer> phrases = new HashMap<>();

  Patterns(RuleSet rules) {
    types = rules.types();
    int[] typeOf = rules.rules().stream().mapToInt(rule -> types.indexOf(rule.type())).toArray();
    Language language = RuleText.language(rules);
    var texts = rules.rules().stream().map(rule -> RuleText.of(rule, language)).toList();
    rest =
        IntStream.range(0, texts.size())
            .filter(i -> texts.get(i).catchAll())
            .map(i -> typeOf[i])
            .findFirst()
            .orElse(-1);
    var holders = new ArrayList<Set<Integer>>();
    for (int i = 0; i < texts.size(); i++) {
      int type = typeOf[i];
      for (var word : texts.get(i).name()) {
        holder(holders, termId(word)).add(type);
      }
      for (var word : texts.get(i).description()) {
        holder(holders, termId(word)).add(type);
      }
    }
    double[] separation = new double[holders.size()];
    double n = types.size();
    for (int id = 0; id < separation.length; id++) {
      separation[id] =
          Math.max(
              LEAST_SEPARATION,
              StrictMath.log((n + 1) / holders.get(id).size()) / StrictMath.log(n + 1));
    }
    for (int i = 0; i < texts.size(); i++) {
      patterns.add(pattern(i, typeOf[i], texts.get(i), separation));
    }
  }

  private static Set<Integer> holder(List<Set<Integer>> holders, int id) {
    while (holders.size() <= id) {
      holders.add(new HashSet<>());
    }
    return holders.get(id);
  }

  private int termId(RuleText.Word word) {
    if (word.stem().length() >= BEGINNING) {
      beginnings.add(word.stem().substring(0, BEGINNING));
    }
    Integer known = terms.get(word.stem());
    int id = known == null ? ids++ : known;
    terms.put(word.stem(), id);
    for (String english : word.english()) {
      terms.putIfAbsent(Stem.of(english), id);
    }
    return id;
  }

  private Pattern pattern(int rule, int type, RuleText text, double[] separation) {
    var name = new HashMap<Integer, Term>();
    var words = new HashMap<Integer, Term>();
    for (var word : text.name()) {
      var term = term(word, separation);
      name.putIfAbsent(term.id(), term);
      words.putIfAbsent(
          term.id(),
          new Term(term.id(), NAME_WEIGHT * term.weight(), term.folded(), term.written()));
    }
    var described = new HashSet<Integer>();
    for (var word : text.description()) {
      var term = term(word, separation);
      if (described.add(term.id())) {
        words.merge(
            term.id(),
            term,
            (a, b) -> new Term(a.id(), a.weight() + b.weight(), a.folded(), a.written()));
      }
    }
    var pairs = new HashMap<Integer, Phrase>();
    for (var pair : text.pairs()) {
      var first = term(pair.first(), separation);
      var second = term(pair.second(), separation);
      if (first.id() != second.id()) {
        int id = phrases.computeIfAbsent(pairKey(first.id(), second.id()), k -> phrases.size());
        pairs.putIfAbsent(
            id,
            new Phrase(
                id,
                first.id(),
                second.id(),
                (first.weight() + second.weight()) / 2,
                first.written() + ' ' + second.written()));
      }
    }
    return Pattern.of(
        rule,
        type,
        sorted(name),
        sorted(words),
        pairs.values().stream()
            .sorted(
                Comparator.comparingDouble(Phrase::weight)
                    .reversed()
                    .thenComparing(Phrase::written))
            .toList());
  }

  /** Heaviest first, then in the order of numbers: sums and quotes come out the same every time. */
  private static List<Term> sorted(Map<Integer, Term> terms) {
    return terms.values().stream()
        .sorted(Comparator.comparingDouble(Term::weight).reversed().thenComparing(Term::written))
        .toList();
  }

  private Term term(RuleText.Word word, double[] separation) {
    int id = termId(word);
    return new Term(
        id, CommonWords.weight(word.folded()) * separation[id], word.folded(), word.written());
  }

  private static long pairKey(int first, int second) {
    return ((long) first << 32) | second;
  }

  /** Types in the user's order. */
  List<String> types() {
    return types;
  }

  List<Pattern> patterns() {
    return patterns;
  }

  /** Index of the first type that is for whatever fits no other, or -1. */
  int rest() {
    return rest;
  }

  int termCount() {
    return ids;
  }

  int phraseCount() {
    return phrases.size();
  }

  /**
   * The number of the term that a folded word stands for, or -1. A word that is no term itself
   * stands for the longest term it begins with, so that {@code Rechnungsnummer} meets {@code
   * Rechnung} and {@code employment} meets {@code employs}.
   */
  int termOf(String folded) {
    var id = terms.get(Stem.of(folded));
    if (id == null
        && folded.length() >= BEGINNING + ENDING
        && beginnings.contains(folded.substring(0, BEGINNING))) {
      for (int n = folded.length() - ENDING; id == null && n >= BEGINNING; n--) {
        id = terms.get(folded.substring(0, n));
      }
    }
    return id == null ? -1 : id;
  }

  /** Words of the rules that describe not just any document, folded. */
  List<String> telling() {
    return patterns.stream()
        .flatMap(pattern -> pattern.words().stream())
        .map(Term::folded)
        .filter(word -> CommonWords.weight(word) == 1)
        .toList();
  }

  /** Whether a folded word, whatever its ending, is a word of the rules. */
  boolean holds(String folded) {
    return terms.containsKey(Stem.of(folded));
  }

  /** The number of the phrase that two terms make, or -1. */
  int phraseOf(int first, int second) {
    var id = phrases.get(pairKey(first, second));
    return id == null ? -1 : id;
  }
}
