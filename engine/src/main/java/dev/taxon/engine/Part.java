package dev.taxon.engine;

import dev.taxon.engine.Patterns.Pattern;
import dev.taxon.engine.Patterns.Term;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One reason for a type, as Lucene's {@code Explanation} has it: what is measured, how much it adds
 * to the score, and the places on the pages it rests on. A score is the sum of its parts' points,
 * and what cannot be explained is no part.
 */
sealed interface Part {
  /** What is measured, 0 where nothing was found; larger speaks for the type. */
  double value();

  /** Points that one unit of {@link #value} is worth. */
  double weight();

  /** The places this part rests on, strongest first; empty when its value is 0. */
  List<Quote> quotes(Reading reading);

  /** How this part can put one type ahead of another, as the end of "ahead, because …". */
  String advantage();

  /** What this part adds to the score, in natural log odds. */
  default double points() {
    return weight() * value();
  }

  /** Points, name, weight and value on one line. */
  default String says() {
    return String.format(
        Locale.ROOT,
        "%+.3f %s = %.3f * %.3f",
        points(),
        getClass().getSimpleName(),
        weight(),
        value());
  }

  /**
   * A line at the head of the document is the type's name.
   *
   * @param value largest over the lines of: share of the name that the line holds * root of the
   *     share of the line that the name fills * prominence; 0 to 1
   */
  record TitlePart(double value, double weight, Pattern pattern, Reading.@Nullable Heading heading)
      implements Part {
    static TitlePart of(Reading reading, Pattern pattern, double weight) {
      double best = 0;
      Reading.Heading bestHeading = null;
      for (var heading : reading.headings()) {
        double found = 0;
        int matched = 0;
        for (var term : pattern.name()) {
          if (heading.holds(term.id())) {
            found += term.weight();
            matched++;
          }
        }
        if (matched > 0) {
          double filled = Math.min(1, (double) matched / heading.words());
          double value =
              found / pattern.nameWeight() * StrictMath.sqrt(filled) * heading.prominence();
          if (value > best) {
            best = value;
            bestHeading = heading;
          }
        }
      }
      return new TitlePart(best, weight, pattern, bestHeading);
    }

    @Override
    public List<Quote> quotes(Reading reading) {
      return heading == null ? List.of() : Quote.ofHeading(reading, heading, pattern.name(), true);
    }

    @Override
    public String advantage() {
      return "the head of the document names it";
    }
  }

  /**
   * A line at the head of the document is made of the rule's words.
   *
   * @param value largest over the lines of: root of the share of the line that the rule's words
   *     fill * prominence, a single word counting half; 0 to 1
   */
  record HeadingPart(
      double value, double weight, Pattern pattern, Reading.@Nullable Heading heading)
      implements Part {
    private static final double SINGLE = 0.5;

    static HeadingPart of(Reading reading, Pattern pattern, double weight) {
      double best = 0;
      Reading.Heading bestHeading = null;
      for (var heading : reading.headings()) {
        double found = 0;
        int matched = 0;
        for (var term : pattern.words()) {
          if (heading.holds(term.id())) {
            found += Math.min(1, term.weight());
            matched++;
          }
        }
        double value =
            StrictMath.sqrt(Math.min(1, found / heading.words()))
                * heading.prominence()
                * (matched == 1 ? SINGLE : 1);
        if (value > best) {
          best = value;
          bestHeading = heading;
        }
      }
      return new HeadingPart(best, weight, pattern, bestHeading);
    }

    @Override
    public List<Quote> quotes(Reading reading) {
      return heading == null
          ? List.of()
          : Quote.ofHeading(reading, heading, pattern.words(), false);
    }

    @Override
    public String advantage() {
      return "the head of the document speaks its rule's words";
    }
  }

  /**
   * Words of the rule stand in the text.
   *
   * @param value BM25 over the rule's words, divided by the root of the sum of their squared
   *     weights so that long and short rules compare; 0 to about 3
   */
  record WordsPart(double value, double weight, Pattern pattern) implements Part {
    static WordsPart of(Reading reading, Pattern pattern, double weight) {
      double found = 0;
      for (var term : pattern.words()) {
        found += term.weight() * reading.saturation(term.id());
      }
      return new WordsPart(found == 0 ? 0 : found / pattern.wordsNorm(), weight, pattern);
    }

    @Override
    public List<Quote> quotes(Reading reading) {
      return Quote.ofTerms(reading, pattern.words(), term -> reading.count(term.id()) > 0);
    }

    @Override
    public String advantage() {
      return "more of its rule's words are there";
    }
  }

  /**
   * Words of the rule stand among the document's first words or in its title.
   *
   * @param value their share of the weight of all words of the rule, 0 to 1
   */
  record OpeningPart(double value, double weight, Pattern pattern) implements Part {
    static OpeningPart of(Reading reading, Pattern pattern, double weight) {
      double found = 0;
      for (var term : pattern.words()) {
        found += reading.isEarly(term.id()) ? term.weight() : 0;
      }
      return new OpeningPart(found == 0 ? 0 : found / pattern.wordsWeight(), weight, pattern);
    }

    @Override
    public List<Quote> quotes(Reading reading) {
      return Quote.ofTerms(reading, pattern.words(), term -> reading.isEarly(term.id()));
    }

    @Override
    public String advantage() {
      return "its rule's words stand earlier";
    }
  }

  /**
   * Neighbouring words of the rule stand side by side.
   *
   * @param value ln(1 + sum of the pairs' weights), 0 to about 2
   */
  record PhrasesPart(double value, double weight, Pattern pattern) implements Part {
    static PhrasesPart of(Reading reading, Pattern pattern, double weight) {
      double found = 0;
      for (var phrase : pattern.phrases()) {
        found += reading.holdsPhrase(phrase.id()) ? phrase.weight() : 0;
      }
      return new PhrasesPart(StrictMath.log1p(found), weight, pattern);
    }

    @Override
    public List<Quote> quotes(Reading reading) {
      return Quote.ofPhrases(reading, pattern.phrases());
    }

    @Override
    public String advantage() {
      return "more of its rule's words stand side by side";
    }
  }

  /**
   * The file's own format is what the rule speaks of: a mail, a spreadsheet, slides, a picture.
   *
   * @param value weight of the word for the format, whole in the type's name and half in its
   *     description; 0 to 1
   */
  record FormatPart(double value, double weight, FileFormat format) implements Part {
    private static final double DESCRIBED = 0.5;

    static FormatPart of(Reading reading, Pattern pattern, double weight) {
      var format = reading.format();
      double value = 0;
      for (var term : pattern.name()) {
        value = Math.max(value, format.isCalled(term.folded()) ? term.weight() : 0);
      }
      for (var term : pattern.words()) {
        if (format.isCalled(term.folded())) {
          value = Math.max(value, DESCRIBED * Math.min(1, term.weight()));
        }
      }
      return new FormatPart(value, weight, format);
    }

    @Override
    public List<Quote> quotes(Reading reading) {
      return value == 0 ? List.of() : Quote.ofTitle(reading);
    }

    @Override
    public String advantage() {
      return "the file is " + format.phrase();
    }
  }

  /**
   * The document is of a kind that the rule means, by the cues of known kinds.
   *
   * @param value logarithm of how much of what it may be the rule means, 0 to 9.2
   */
  record KindPart(double value, double weight, Pattern pattern, Knowing knowing) implements Part {
    @Override
    public List<Quote> quotes(Reading reading) {
      return knowing.quotes(reading, pattern.rule());
    }

    @Override
    public String advantage() {
      return knowing.isMet(pattern.rule())
          ? "it looks more like " + knowing.kindName(pattern.rule())
          : "it looks more like what its rule means";
    }
  }

  /**
   * The opening of the document means what the rule says.
   *
   * @param value cosine of their vectors less that of unrelated texts, about -0.2 to 0.3
   */
  record MeaningPart(double value, double weight) implements Part {
    @Override
    public List<Quote> quotes(Reading reading) {
      return List.of();
    }

    @Override
    public String advantage() {
      return "the text is nearer to its rule in meaning";
    }
  }

  /**
   * The first lines mean what the type's name says.
   *
   * @param value cosine of their vectors less that of unrelated texts, about -0.2 to 0.4
   */
  record HeadPart(double value, double weight) implements Part {
    @Override
    public List<Quote> quotes(Reading reading) {
      return List.of();
    }

    @Override
    public String advantage() {
      return "the head of the document is nearer to its name in meaning";
    }
  }

  /**
   * The opening of the document means what the description says, whatever the type is called.
   *
   * @param value cosine of their vectors less that of unrelated texts, about -0.2 to 0.3; 0 for
   *     rules that ask for kinds of documents only
   */
  record DescribedPart(double value, double weight) implements Part {
    @Override
    public List<Quote> quotes(Reading reading) {
      return List.of();
    }

    @Override
    public String advantage() {
      return "the text is nearer to its description in meaning";
    }
  }

  /**
   * The document's words, each by its meaning, are like the rule's.
   *
   * @param value cosine of the sums of their words' vectors, about 0 for unrelated texts, to 1
   */
  record LikenessPart(double value, double weight) implements Part {
    @Override
    public List<Quote> quotes(Reading reading) {
      return List.of();
    }

    @Override
    public String advantage() {
      return "its words are more like those of its rule";
    }
  }

  /** Whether a term takes part. */
  @FunctionalInterface
  interface TermChoice {
    boolean takes(Term term);
  }
}
