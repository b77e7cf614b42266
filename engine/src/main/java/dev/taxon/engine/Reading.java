package dev.taxon.engine;

import dev.taxon.Document;
import dev.taxon.Evidence;
import dev.taxon.engine.shape.Shape;
import dev.taxon.engine.text.Glossary;
import dev.taxon.engine.text.Language;
import dev.taxon.engine.text.Script;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, as far as a rule set asks: which terms and phrases stand where, how often,
 * and which lines head it.
 *
 * <p>Reads at most {@value #MOST} characters from the front, {@value LinePass#MOST_OF_A_PAGE} of a
 * page, so that a book costs no more than a chapter. Not for sharing between threads.
 */
final class Reading {
  private static final int MOST = 40_000;

  /** Where words stand: indexes of page and line, offsets in the page's text. */
  record Place(int page, int line, int start, int end) {}

  /** A line at the head of the document. */
  static final class Heading {
    private final Place place;
    private final int[] terms;
    private final int words;
    private final double prominence;
    private final int before;

    Heading(Place place, int[] terms, int words, double prominence, int before) {
      this.place = place;
      this.terms = terms;
      this.words = words;
      this.prominence = prominence;
      this.before = before;
    }

    Place place() {
      return place;
    }

    boolean holds(int term) {
      for (int each : terms) {
        if (each == term) {
          return true;
        }
      }
      return false;
    }

    /** How many of its words tell anything, at least 1. */
    int words() {
      return words;
    }

    /** How many words of the document stand before it. */
    int before() {
      return before;
    }

    /** How much it stands out, above 0 to 1. */
    double prominence() {
      return prominence;
    }
  }

  private final Document document;
  private final DocumentText text;
  private final LinePass pass;
  private final Found found;

  /**
   * Reads a document.
   *
   * @param misreadings for pages that were recognized; null where no word is known for sure
   */
  Reading(
      Document document, Patterns patterns, Lexicon lexicon, @Nullable Misreadings misreadings) {
    this.document = document;
    text = new DocumentText(document);
    pass = new LinePass(document, patterns, lexicon, misreadings, MOST);
    found = pass.found();
  }

  /** Whether some page was recognized in a picture. */
  boolean isScan() {
    return text.isScan();
  }

  FileFormat format() {
    return FileFormat.of(document.mediaType());
  }

  /** How often the term stands in what was read. */
  int count(int term) {
    return found.count(term);
  }

  /** 0 for a term that is not there, rising towards 1 the more often it is. */
  double saturation(int term) {
    return Saturation.of(found.count(term), pass.words());
  }

  /** Whether the term stands among the first words or in a line that stands out. */
  boolean isEarly(int term) {
    return found.isEarly(term);
  }

  boolean holdsPhrase(int phrase) {
    return found.phrasePlace(phrase) != null;
  }

  /** Where the term stands first, or null where it does not. */
  @Nullable Place place(int term) {
    return found.place(term);
  }

  /** Where the phrase stands first, or null where it does not. */
  @Nullable Place phrasePlace(int phrase) {
    return found.phrasePlace(phrase);
  }

  /** The line that the format itself calls the title, or null where it names none. */
  @Nullable Place title() {
    return pass.title();
  }

  /** Lines that head the document, in reading order. */
  List<Heading> headings() {
    return pass.headings();
  }

  /** The words in reading order, folded; at most {@value LinePass#MOST_WORDS}. */
  List<String> folded() {
    return pass.folded();
  }

  /** How much the line of each of {@link #folded} stands out, 0 to 1. */
  List<Double> prominences() {
    return pass.prominences();
  }

  /**
   * Where words {@code from} to {@code to} of {@link #folded} stand, both included, and a bracket
   * that closes right behind them; null when a line ends between.
   */
  @Nullable Place place(int from, int to) {
    Place first = pass.places().get(from);
    Place last = pass.places().get(to);
    if (first.page() != last.page() || first.line() != last.line()) {
      return null;
    }
    var place = new Place(first.page(), first.line(), first.start(), last.end());
    String shown = text.at(place);
    return shown.lastIndexOf('(') > shown.lastIndexOf(')') && text.follows(place, ')')
        ? new Place(first.page(), first.line(), first.start(), last.end() + 1)
        : place;
  }

  /** The line of a word of {@link #folded}, without the marks around it. */
  Place line(int word) {
    Place place = pass.places().get(word);
    return text.line(place.page(), place.line());
  }

  /** Whether it is a message of which nothing but head and attachments could be read. */
  boolean isEmptyMessage() {
    return format().equals(FileFormat.MAIL) && text.allLines(FileFormat::isHeadOfMail);
  }

  /** The line of a message that names its first attachment, or null where there is none. */
  @Nullable Place attachment() {
    return text.first(FileFormat::isAttachment);
  }

  /** Where a trait shows, as a place. */
  Place place(Shape.Spot spot) {
    return text.place(spot.page(), spot.line(), spot.start(), spot.end());
  }

  /** How the document looks. */
  Shape shape() {
    return Shape.of(document, pass.folded());
  }

  /** Numbers of those of {@link #folded} that may be several words written together. */
  BitSet compounds() {
    var compounds = new BitSet();
    for (var run : pass.written()) {
      if (run.isIn(Language.GERMAN) || run.isIn(Language.DUTCH)) {
        compounds.set(run.from(), run.to());
      }
    }
    return compounds;
  }

  /** The language of the first page that shows one, or null. */
  @Nullable Language language() {
    return pass.written().stream()
        .flatMap(run -> run.languages().stream().limit(1))
        .findFirst()
        .orElse(null);
  }

  /**
   * What the text is written in, where the engine does not read that: "it seems to be written in
   * Polish"; else null.
   */
  @Nullable String unread() {
    String script = Script.unread(pass.folded());
    if (script != null) {
      return "it is written in " + script;
    }
    Language language = language();
    return language == null || language.isRead()
        ? null
        : "it seems to be written in " + language.shown();
  }

  /**
   * The first {@code length} characters of what was read, runs of white space as one blank; of a
   * text in another language, what its known words mean in English.
   */
  String opening(int length) {
    Language language = language();
    return language == null || !language.isRead() || language == Language.ENGLISH
        ? text.opening(length)
        : inEnglish(length);
  }

  private String inEnglish(int length) {
    var english = new StringBuilder();
    for (var run : pass.written()) {
      for (int i = run.from(); i < run.to() && english.length() < length; i++) {
        String word = pass.folded().get(i);
        String meant =
            run.languages().isEmpty() ? word : Glossary.shipped().english(run.languages(), word);
        if (meant != null || !CommonWords.isFunction(word)) {
          english.append(english.isEmpty() ? "" : " ").append(meant == null ? word : meant);
        }
      }
    }
    return english.length() > length ? english.substring(0, length) : english.toString();
  }

  /** How many of {@link #folded} hold a letter and not figures alone. */
  int lettered() {
    int lettered = 0;
    for (String word : pass.folded()) {
      lettered += word.codePoints().anyMatch(Character::isLetter) ? 1 : 0;
    }
    return lettered;
  }

  /** How many different words there are among {@link #folded}. */
  int differentWords() {
    return new HashSet<>(pass.folded()).size();
  }

  /** Words read. */
  int words() {
    return pass.words();
  }

  /** The text at a place. */
  String textAt(Place place) {
    return text.at(place);
  }

  /** The number of the page a place stands on. */
  int pageNumber(Place place) {
    return text.pageNumber(place);
  }

  Evidence evidence(Place place, String meaning) {
    return text.evidence(place, meaning);
  }
}
