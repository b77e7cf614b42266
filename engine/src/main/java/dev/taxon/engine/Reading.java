package dev.taxon.engine;

import dev.taxon.Document;
import dev.taxon.Evidence;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.engine.shape.Shape;
import dev.taxon.engine.text.Glossary;
import dev.taxon.engine.text.Language;
import dev.taxon.engine.text.Script;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, as far as a rule set asks: which terms and phrases stand where, how often,
 * and which lines head it.
 *
 * <p>Reads at most {@value #MOST} characters from the front, {@value #MOST_OF_A_PAGE} of a page, so
 * that a book costs no more than a chapter. Not for sharing between threads.
 */
final class Reading {
  private static final int MOST = 40_000;
  private static final int MOST_OF_A_PAGE = 10_000;
  private static final int MOST_WORDS = 4_000;

  /** Where words stand: indexes of page and line, offsets in the page's text. */
  record Place(int page, int line, int start, int end) {}

  /** A line at the head of the document. */
  static final class Heading {
    private final Place place;
    private final int[] terms;
    private final int words;
    private final double prominence;

    private Heading(Place place, int[] terms, int words, double prominence) {
      this.place = place;
      this.terms = terms;
      this.words = words;
      this.prominence = prominence;
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

    /** How much it stands out, above 0 to 1. */
    double prominence() {
      return prominence;
    }
  }

  private final Document document;
  private final Patterns patterns;
  private final int[] count;
  private final @Nullable Place[] first;
  private final @Nullable Place[] firstPhrase;
  private final boolean[] early;
  private final List<Heading> headings = new ArrayList<>();
  private final List<String> folded = new ArrayList<>();
  private final List<Double> prominences = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();
  private @Nullable Place title;
  private int words;

  /** The language of a run of {@link #folded}, from one page. */
  private record Written(int from, int to, @Nullable Language language) {}

  Reading(Document document, Patterns patterns) {
    this.document = document;
    this.patterns = patterns;
    count = new int[patterns.termCount()];
    early = new boolean[patterns.termCount()];
    first = new Place[patterns.termCount()];
    firstPhrase = new Place[patterns.phraseCount()];
    int left = MOST;
    for (int page = 0; page < document.pages().size() && left > 0; page++) {
      left -= readPage(page, Math.min(left, MOST_OF_A_PAGE));
    }
  }

  private int readPage(int pageIndex, int limit) {
    var page = document.pages().get(pageIndex);
    var prominence = new Prominence(page, words == 0);
    int offset = 0;
    int left = limit;
    int wordsBefore = words;
    int from = folded.size();
    for (int i = 0; i < page.lines().size() && left > 0; i++) {
      var line = page.lines().get(i);
      if (title == null && line.role() == Line.Role.TITLE) {
        title = bare(pageIndex, i, offset, line.text());
      }
      readLine(new LineScan(pageIndex, i, offset, prominence.of(i, line)), line.text(), left);
      left -= line.text().length() + 1;
      offset += line.text().length() + 1;
    }
    Language language = Glossary.shipped().language(folded, from, folded.size());
    written.add(new Written(from, folded.size(), language));
    if (language != null && language.isRead() && language != Language.ENGLISH) {
      translatePage(pageIndex, limit, prominence, new Translation(language, wordsBefore));
    }
    return limit - Math.max(0, left);
  }

  /** Looks once more at a page in another language: for the rules' words by what they mean. */
  private void translatePage(
      int pageIndex, int limit, Prominence prominence, Translation translation) {
    var lines = document.pages().get(pageIndex).lines();
    int offset = 0;
    for (int i = 0; i < lines.size() && offset < limit; i++) {
      String text = lines.get(i).text();
      readLine(
          new LineScan(pageIndex, i, offset, prominence.of(i, lines.get(i)), translation),
          text,
          limit - offset);
      offset += text.length() + 1;
    }
  }

  /** A pass over a page in another language. */
  private static final class Translation {
    private final Language language;
    private int words;

    Translation(Language language, int words) {
      this.language = language;
      this.words = words;
    }

    /** English words for a folded word; none where it is not known. */
    String[] english(String word) {
      String english = Glossary.shipped().english(language, word);
      return english == null ? new String[0] : english.split(" ", -1);
    }
  }

  private void readLine(LineScan scan, String text, int limit) {
    Words.scan(text, limit, scan);
    if (scan.prominence > 0 && scan.content > 0) {
      headings.add(
          new Heading(
              bare(scan.page, scan.line, scan.offset, text),
              Arrays.copyOf(scan.found, scan.foundCount),
              scan.content,
              scan.prominence));
    }
  }

  /** Where a line stands without the blanks and marks, such as Markdown's, around its words. */
  private static Place bare(int page, int line, int offset, String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isMark(text.charAt(start))) {
      start++;
    }
    while (end > start && isMark(text.charAt(end - 1))) {
      end--;
    }
    return end == start
        ? new Place(page, line, offset, offset + text.length())
        : new Place(page, line, offset + start, offset + end);
  }

  private static boolean isMark(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || "#*_=|~".indexOf(c) >= 0;
  }

  /** Takes one line's words in. */
  private final class LineScan implements Words.Sink {
    private static final int FIRST_WORDS = 60;
    private final int page;
    private final int line;
    private final int offset;
    private final double prominence;
    private int[] found = new int[8];
    private int foundCount;
    private int content;
    private int before = -1;
    private int beforeStart;
    private final @Nullable Translation translation;

    LineScan(int page, int line, int offset, double prominence) {
      this(page, line, offset, prominence, null);
    }

    LineScan(int page, int line, int offset, double prominence, @Nullable Translation translation) {
      this.page = page;
      this.line = line;
      this.offset = offset;
      this.prominence = prominence;
      this.translation = translation;
    }

    @Override
    public void word(String word, int start, int end) {
      if (translation != null) {
        translated(word, start, end, translation);
        return;
      }
      words++;
      if (folded.size() < MOST_WORDS) {
        folded.add(word);
        prominences.add(prominence);
        places.add(new Place(page, line, offset + start, offset + end));
      }
      if (CommonWords.isFunction(word)) {
        return;
      }
      int term = patterns.termOf(word);
      if (term >= 0 || !isFigure(word)) {
        content++;
      }
      if (term >= 0) {
        take(term, start, end, words);
      }
      before = term;
      beforeStart = start;
    }

    /** Takes a word by its meaning, unless it was taken as it stands. */
    private void translated(String word, int start, int end, Translation translation) {
      translation.words++;
      if (CommonWords.isFunction(word)) {
        return;
      }
      int term = patterns.termOf(word);
      if (term >= 0) {
        found(term);
      } else {
        for (String english : translation.english(word)) {
          int meant = patterns.termOf(english);
          if (meant >= 0) {
            take(meant, start, end, translation.words);
            term = meant;
          }
        }
      }
      content += term >= 0 || !isFigure(word) ? 1 : 0;
      before = term;
      beforeStart = start;
    }

    private void found(int term) {
      if (foundCount == found.length) {
        found = Arrays.copyOf(found, 2 * foundCount);
      }
      found[foundCount++] = term;
    }

    /** "2026" and "1" say nothing of what a line is about. */
    private static boolean isFigure(String word) {
      return word.chars().noneMatch(Character::isLetter);
    }

    private void take(int term, int start, int end, int number) {
      found(term);
      count[term]++;
      early[term] |= number <= FIRST_WORDS || prominence > 0.7;
      if (first[term] == null) {
        first[term] = new Place(page, line, offset + start, offset + end);
      }
      if (before >= 0) {
        int phrase = patterns.phraseOf(before, term);
        if (phrase >= 0) {
          if (firstPhrase[phrase] == null) {
            firstPhrase[phrase] = new Place(page, line, offset + beforeStart, offset + end);
          }
        }
      }
    }
  }

  /** Whether some page was recognized in a picture. */
  boolean isScan() {
    return document.pages().stream().anyMatch(page -> page.source() == Page.Source.OCR);
  }

  FileFormat format() {
    return FileFormat.of(document.mediaType());
  }

  /** How often the term stands in what was read. */
  int count(int term) {
    return count[term];
  }

  /** 0 for a term that is not there, rising towards 1 the more often it is. */
  double saturation(int term) {
    return Saturation.of(count[term], words);
  }

  /** Whether the term stands among the first words or in a line that stands out. */
  boolean isEarly(int term) {
    return early[term];
  }

  boolean holdsPhrase(int phrase) {
    return firstPhrase[phrase] != null;
  }

  /** Where the term stands first, or null where it does not. */
  @Nullable Place place(int term) {
    return first[term];
  }

  /** Where the phrase stands first, or null where it does not. */
  @Nullable Place phrasePlace(int phrase) {
    return firstPhrase[phrase];
  }

  /** The line that the format itself calls the title, or null where it names none. */
  @Nullable Place title() {
    return title;
  }

  /** Lines that head the document, in reading order. */
  List<Heading> headings() {
    return headings;
  }

  /** The words in reading order, folded; at most {@value #MOST_WORDS}. */
  List<String> folded() {
    return folded;
  }

  /** How much the line of each of {@link #folded} stands out, 0 to 1. */
  List<Double> prominences() {
    return prominences;
  }

  /**
   * Where words {@code from} to {@code to} of {@link #folded} stand, both included, and a bracket
   * that closes right behind them; null when a line ends between.
   */
  @Nullable Place place(int from, int to) {
    Place first = places.get(from);
    Place last = places.get(to);
    if (first.page() != last.page() || first.line() != last.line()) {
      return null;
    }
    var place = new Place(first.page(), first.line(), first.start(), last.end());
    String text = textAt(place);
    return text.lastIndexOf('(') > text.lastIndexOf(')') && follows(place, ')')
        ? new Place(first.page(), first.line(), first.start(), last.end() + 1)
        : place;
  }

  /** How the document looks. */
  Shape shape() {
    return Shape.of(document, folded);
  }

  /** Numbers of those of {@link #folded} that may be several words written together. */
  BitSet compounds() {
    var compounds = new BitSet();
    for (Written run : written) {
      if (run.language() == Language.GERMAN || run.language() == Language.DUTCH) {
        compounds.set(run.from(), run.to());
      }
    }
    return compounds;
  }

  /** The language of the first page that shows one, or null. */
  @Nullable Language language() {
    return written.stream().map(Written::language).filter(l -> l != null).findFirst().orElse(null);
  }

  /**
   * What the text is written in, where the engine does not read that: "it seems to be written in
   * Polish"; else null.
   */
  @Nullable String unread() {
    String script = Script.unread(folded);
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
        ? original(length)
        : inEnglish(length);
  }

  private String inEnglish(int length) {
    var text = new StringBuilder();
    for (Written run : written) {
      for (int i = run.from(); i < run.to() && text.length() < length; i++) {
        String word = folded.get(i);
        String english =
            run.language() == null ? word : Glossary.shipped().english(run.language(), word);
        if (english != null || !CommonWords.isFunction(word)) {
          text.append(text.isEmpty() ? "" : " ").append(english == null ? word : english);
        }
      }
    }
    return text.length() > length ? text.substring(0, length) : text.toString();
  }

  private String original(int length) {
    var text = new StringBuilder();
    for (var page : document.pages()) {
      for (var line : page.lines()) {
        if (text.length() >= length) {
          return text.substring(0, length);
        }
        text.append(text.isEmpty() ? "" : "\n").append(line.text().strip().replaceAll("\\s+", " "));
      }
    }
    return text.length() > length ? text.substring(0, length) : text.toString();
  }

  /** Words read. */
  int words() {
    return words;
  }

  /** The text at a place. */
  String textAt(Place place) {
    int start = lineStart(place);
    return lineOf(place).substring(place.start() - start, place.end() - start);
  }

  private boolean follows(Place place, char mark) {
    String line = lineOf(place);
    int end = place.end() - lineStart(place);
    return end < line.length() && line.charAt(end) == mark;
  }

  private String lineOf(Place place) {
    return document.pages().get(place.page()).lines().get(place.line()).text();
  }

  private int lineStart(Place place) {
    var lines = document.pages().get(place.page()).lines();
    int start = 0;
    for (int i = 0; i < place.line(); i++) {
      start += lines.get(i).text().length() + 1;
    }
    return start;
  }

  /** The number of the page a place stands on. */
  int pageNumber(Place place) {
    return document.pages().get(place.page()).number();
  }

  Evidence evidence(Place place, String meaning) {
    return new Evidence(pageNumber(place), place.start(), place.end(), textAt(place), meaning);
  }

  /** How much lines of a page stand out, by what the format says, by size and by place. */
  private static final class Prominence {
    private static final int FIRST_LINES = 15;
    private static final int MEASURED_LINES = 300;
    private static final double LARGE = 1.25;
    private final boolean frontPage;
    private final double usualHeight;

    Prominence(Page page, boolean frontPage) {
      this.frontPage = frontPage;
      double[] heights =
          page.lines().stream()
              .limit(MEASURED_LINES)
              .map(Line::box)
              .filter(box -> box != null)
              .mapToDouble(box -> box.height())
              .sorted()
              .toArray();
      usualHeight = heights.length < 3 ? Double.MAX_VALUE : heights[heights.length / 2];
    }

    /** 0 for an ordinary line, up to 1 for a title. */
    double of(int index, Line line) {
      var box = line.box();
      boolean large = box != null && box.height() >= LARGE * usualHeight;
      if (!frontPage) {
        return line.role() == Line.Role.BODY ? 0 : 0.4;
      }
      if (line.role() == Line.Role.TITLE || (large && index < 2 * FIRST_LINES)) {
        return 1;
      }
      if (line.role() == Line.Role.HEADING) {
        return 0.8;
      }
      return index < FIRST_LINES ? 0.8 - 0.04 * index : 0;
    }
  }
}
