package dev.taxon.engine;

import dev.taxon.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One reason for or against a type, as Lucene's {@code Explanation} has it: what it measures, how
 * much it adds to the score, and the words on the page it rests on. A score is the sum of its
 * parts' points, and what cannot be explained is no part.
 */
sealed interface Part {
  /** What is measured, 0 to about 1; larger speaks for the type. */
  double value();

  /** Points that one unit of {@link #value} is worth. */
  double weight();

  /** What this part adds to the score, in natural log odds. */
  default double points() {
    return weight() * value();
  }

  /** The places this part rests on, strongest first; empty when its value is 0. */
  List<Evidence> evidence(Reading reading, String type);

  /**
   * A line at the head of the document holds the type's name.
   *
   * @param value largest over the lines of: share of the name in the line * root of the name's
   *     share of the line * prominence of the line
   */
  record TitlePart(double value, double weight, Reading.@Nullable Heading heading) implements Part {
    static TitlePart of(Reading reading, Patterns.Pattern pattern, double weight) {
      double best = 0;
      Reading.Heading bestHeading = null;
      double whole = pattern.nameWeight();
      if (whole > 0) {
        for (var heading : reading.headings()) {
          double found = 0;
          int matched = 0;
          for (var term : pattern.name()) {
            if (heading.holds(term.id())) {
              found += term.weight();
              matched++;
            }
          }
          double value =
              found / whole * Math.sqrt((double) matched / heading.words()) * heading.prominence();
          if (value > best) {
            best = value;
            bestHeading = heading;
          }
        }
      }
      return new TitlePart(best, weight, bestHeading);
    }

    @Override
    public List<Evidence> evidence(Reading reading, String type) {
      return heading == null
          ? List.of()
          : List.of(reading.quote(heading.place(), "heads the page and names " + type));
    }
  }

  /**
   * The type's name stands in the text.
   *
   * @param value share of the name's weight that stands anywhere, rare mentions counting less
   */
  record NamePart(double value, double weight, Patterns.Pattern pattern) implements Part {
    static NamePart of(Reading reading, Patterns.Pattern pattern, double weight) {
      double found = 0;
      double whole = 0;
      for (var term : pattern.name()) {
        found += term.weight() * Saturation.of(reading, reading.count(term.id()));
        whole += term.weight();
      }
      return new NamePart(whole == 0 ? 0 : found / whole, weight, pattern);
    }

    @Override
    public List<Evidence> evidence(Reading reading, String type) {
      return quotes(reading, pattern.name(), "a word of the name " + type);
    }
  }

  /**
   * Words of the rule stand in the text: BM25 over the rule's words, divided by the root of the sum
   * of their squared weights so that long and short rules compare.
   */
  record WordsPart(double value, double weight, Patterns.Pattern pattern) implements Part {
    static WordsPart of(Reading reading, Patterns.Pattern pattern, double weight) {
      double found = 0;
      double squares = 0;
      for (var term : pattern.words()) {
        found += term.weight() * Saturation.of(reading, reading.count(term.id()));
        squares += term.weight() * term.weight();
      }
      return new WordsPart(squares == 0 ? 0 : found / Math.sqrt(squares), weight, pattern);
    }

    @Override
    public List<Evidence> evidence(Reading reading, String type) {
      return quotes(reading, pattern.words(), "a word of the rule " + type);
    }
  }

  /** How much of the rule stands in the text at all: the share of its words' weight, 0 to 1. */
  record CoveragePart(double value, double weight, Patterns.Pattern pattern) implements Part {
    static CoveragePart of(Reading reading, Patterns.Pattern pattern, double weight) {
      double found = 0;
      double whole = 0;
      for (var term : pattern.words()) {
        found += reading.count(term.id()) > 0 ? term.weight() : 0;
        whole += term.weight();
      }
      return new CoveragePart(whole == 0 ? 0 : found / whole, weight, pattern);
    }

    @Override
    public List<Evidence> evidence(Reading reading, String type) {
      return List.of();
    }
  }

  /**
   * Words of the rule stand among the document's first words: the share of their weight, 0 to 1.
   */
  record OpeningPart(double value, double weight, Patterns.Pattern pattern) implements Part {
    static OpeningPart of(Reading reading, Patterns.Pattern pattern, double weight) {
      double found = 0;
      double whole = 0;
      for (var term : pattern.words()) {
        found += reading.isEarly(term.id()) ? term.weight() : 0;
        whole += term.weight();
      }
      return new OpeningPart(whole == 0 ? 0 : found / whole, weight, pattern);
    }

    @Override
    public List<Evidence> evidence(Reading reading, String type) {
      return List.of();
    }
  }

  /** Pairs of neighbouring words of the rule stand side by side: ln(1 + sum of their weights). */
  record PhrasesPart(double value, double weight, Patterns.Pattern pattern) implements Part {
    static PhrasesPart of(Reading reading, Patterns.Pattern pattern, double weight) {
      double found = 0;
      for (var phrase : pattern.phrases()) {
        found += reading.phraseCount(phrase.id()) > 0 ? phrase.weight() : 0;
      }
      return new PhrasesPart(Math.log1p(found), weight, pattern);
    }

    @Override
    public List<Evidence> evidence(Reading reading, String type) {
      var quotes = new ArrayList<Evidence>();
      pattern.phrases().stream()
          .filter(phrase -> reading.phrasePlace(phrase.id()) != null)
          .sorted(
              Comparator.comparingDouble(Patterns.Phrase::weight)
                  .reversed()
                  .thenComparingInt(Patterns.Phrase::id))
          .limit(3)
          .forEach(phrase -> {
            var place = reading.phrasePlace(phrase.id());
            if (place != null) {
              quotes.add(reading.quote(place, "words of the rule " + type));
            }
          });
      return quotes;
    }
  }

  private static List<Evidence> quotes(Reading reading, List<Patterns.Term> terms, String meaning) {
    var quotes = new ArrayList<Evidence>();
    for (var term : terms) {
      var place = reading.place(term.id());
      if (place != null && quotes.size() < 4) {
        quotes.add(reading.quote(place, meaning));
      }
    }
    return quotes;
  }

  /** Name, points, value and weight on one line. */
  default String says() {
    return String.format(
        Locale.ROOT,
        "%+.3f %s = %.3f * %.3f",
        points(),
        getClass().getSimpleName(),
        weight(),
        value());
  }
}
