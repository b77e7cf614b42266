package dev.taxon.engine;

import dev.taxon.Evidence;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on a page with the terms of a rule that it shows.
 *
 * @param place where it stands
 * @param terms numbers of the terms; none where the format or a known kind speaks
 * @param heads whether it is a whole line at the top that reads like a heading
 * @param cue the known kind of document that the words are usual in, or null for words of the rule
 */
record Quote(Reading.Place place, List<Integer> terms, boolean heads, @Nullable Cue cue) {
  private static final int LONGEST_LINE = 80;

  /** What parts two words that stand side by side. */
  private static final String PARTS = ".;:!?()[]|\"";

  /** A line with more words is a sentence and heads nothing. */
  private static final int LONGEST_HEAD = 9;

  /** So many words that a full stop ends are a sentence: "No. 7." is none. */
  private static final int SHORTEST_SENTENCE = 5;

  /** What has more words before it does not head a document. */
  private static final int TOP = 40;

  /** A line of which the rule's words fill less is not quoted whole. */
  private static final double FILLED = 0.5;

  /** Words that weigh less than this share of the heaviest are not worth a quote. */
  private static final double WORTH = 0.3;

  /**
   * A phrase of a known kind.
   *
   * @param phrase its number
   * @param kind what a person calls the kind, with its article
   */
  record Cue(int phrase, String kind) {}

  Quote(Reading.Place place, List<Integer> terms, boolean heads) {
    this(place, terms, heads, null);
  }

  /**
   * The whole line where it is short and plain, else the words of it that the rule holds.
   *
   * @param named whether the candidates are the type's name, of which one word may head a document
   */
  static List<Quote> ofHeading(
      Reading reading, Reading.Heading heading, List<Patterns.Term> candidates, boolean named) {
    var held = candidates.stream().filter(term -> heading.holds(term.id())).toList();
    var place = heading.place();
    double filled = held.stream().mapToDouble(term -> Math.min(1, term.weight())).sum();
    if (filled >= FILLED * heading.words() && isShort(place) && isWorded(reading.textAt(place))) {
      boolean heads =
          (heading.before() <= TOP || (named && heading.prominence() == 1))
              && (named || held.size() > 1 || heading.before() == 0)
              && isHead(reading.textAt(place));
      return List.of(new Quote(place, held.stream().map(Patterns.Term::id).toList(), heads));
    }
    return ofTerms(reading, held, term -> true);
  }

  /** Whether a line can be shown as it is and is more than figures. */
  private static boolean isWorded(String line) {
    return isPlain(line)
        && line.codePoints().filter(Character::isLetter).count()
            > line.codePoints().filter(Character::isDigit).count();
  }

  /** No label with its value, no salutation, no sentence. */
  private static boolean isHead(String line) {
    return line.indexOf(": ") < 0
        && !line.endsWith(",")
        && !line.endsWith(":")
        && Words.of(line).size() <= (line.endsWith(".") ? SHORTEST_SENTENCE - 1 : LONGEST_HEAD);
  }

  /** The line that the format calls the title, for what the format itself says. */
  static List<Quote> ofTitle(Reading reading) {
    var place = reading.title();
    return place != null && isShort(place) && isPlain(reading.textAt(place))
        ? List.of(new Quote(place, List.of(), true))
        : List.of();
  }

  private static boolean isShort(Reading.Place place) {
    return place.end() - place.start() <= LONGEST_LINE;
  }

  /** First places of the terms that take part, heaviest first. */
  static List<Quote> ofTerms(Reading reading, List<Patterns.Term> terms, Part.TermChoice choice) {
    var quotes = new ArrayList<Quote>();
    double heaviest = 0;
    for (var term : terms) {
      var place = reading.place(term.id());
      if (place != null && choice.takes(term)) {
        heaviest = Math.max(heaviest, term.weight());
        if (term.weight() >= WORTH * heaviest) {
          quotes.add(new Quote(place, List.of(term.id()), false));
        }
      }
    }
    return quotes;
  }

  /** First places of the phrases that are there in one clause, heaviest first. */
  static List<Quote> ofPhrases(Reading reading, List<Patterns.Phrase> phrases) {
    var quotes = new ArrayList<Quote>();
    for (var phrase : phrases) {
      var place = reading.phrasePlace(phrase.id());
      if (place != null && reading.textAt(place).chars().noneMatch(c -> PARTS.indexOf(c) >= 0)) {
        quotes.add(new Quote(place, List.of(phrase.first(), phrase.second()), false));
      }
    }
    return quotes;
  }

  /** Whether a line can be shown as it is: no control marks, no halves of characters. */
  static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c ->
            switch (Character.getType(c)) {
              case Character.CONTROL,
                  Character.FORMAT,
                  Character.SURROGATE,
                  Character.PRIVATE_USE,
                  Character.UNASSIGNED ->
                  true;
              default -> false;
            });
  }

  Evidence evidence(Reading reading, String type) {
    String meaning =
        cue != null
            ? "usual in " + cue.kind()
            : (heads ? "stands out and speaks for " : "words of ") + type;
    return reading.evidence(place, meaning);
  }
}
