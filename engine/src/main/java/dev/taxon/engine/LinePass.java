package dev.taxon.engine;

import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import dev.taxon.engine.Reading.Heading;
import dev.taxon.engine.Reading.Place;
import dev.taxon.engine.text.Glossary;
import dev.taxon.engine.text.Language;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the lines of a document, and a second one over pages in another language, for what
 * their words mean in English.
 */
final class LinePass {
  static final int MOST_OF_A_PAGE = 10_000;

  /** The languages of a run of {@link #folded}, from one page; see {@link Glossary#languages}. */
  record Written(int from, int to, List<Language> languages) {
    boolean isIn(Language language) {
      return languages.contains(language);
    }

    /** Whether its words may mean something in English that they do not say. */
    boolean isForeign() {
      return languages.stream().anyMatch(l -> l.isRead() && l != Language.ENGLISH);
    }
  }

  /** A word of more letters, spaced out, may be several. */
  private static final int LONGEST_ABC = 3;

  /** Most words that are kept one by one. */
  static final int MOST_WORDS = 4_000;

  private final Document document;
  private final Patterns patterns;
  private final Lexicon lexicon;
  private final @Nullable Misreadings misreadings;
  private final Found found;
  private final List<Heading> headings = new ArrayList<>();
  private final List<String> folded = new ArrayList<>();
  private final List<Double> prominences = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();
  private @Nullable Place title;
  private String lastWord = "";
  private int words;

  /**
   * Reads a document.
   *
   * @param most characters to read from the front
   */
  LinePass(
      Document document,
      Patterns patterns,
      Lexicon lexicon,
      @Nullable Misreadings misreadings,
      int most) {
    this.document = document;
    this.patterns = patterns;
    this.lexicon = lexicon;
    this.misreadings = misreadings;
    found = new Found(patterns);
    int left = most;
    for (int page = 0; page < document.pages().size() && left > 0; page++) {
      left -= readPage(page, Math.min(left, MOST_OF_A_PAGE));
    }
  }

  private int readPage(int pageIndex, int limit) {
    var page = document.pages().get(pageIndex);
    var prominence = new Prominence(page, words == 0);
    var margins = margins(pageIndex);
    int offset = 0;
    int left = limit;
    int wordsBefore = words;
    int from = folded.size();
    for (int i = 0; i < page.lines().size() && left > 0; i++) {
      var line = page.lines().get(i);
      if (title == null && line.role() == Line.Role.TITLE) {
        title = DocumentText.bare(pageIndex, i, offset, line.text());
      }
      if (!margins.holds(i)) {
        readLine(new LineScan(pageIndex, i, offset, prominence.of(i, line)), page.lines(), left);
      }
      left -= line.text().length() + 1;
      offset += line.text().length() + 1;
    }
    List<Language> languages = Glossary.shipped().languages(folded, from, folded.size());
    var run = new Written(from, folded.size(), languages);
    written.add(run);
    if (run.isForeign()) {
      translatePage(pageIndex, limit, prominence, margins, new Translation(languages, wordsBefore));
    }
    return limit - Math.max(0, left);
  }

  private Margins margins(int page) {
    List<Page> pages = document.pages();
    return new Margins(pages.get(page), page == 0 ? null : pages.get(page - 1));
  }

  /** Looks once more at a page in another language: for the rules' words by what they mean. */
  private void translatePage(
      int pageIndex, int limit, Prominence prominence, Margins margins, Translation translation) {
    var lines = document.pages().get(pageIndex).lines();
    int offset = 0;
    for (int i = 0; i < lines.size() && offset < limit; i++) {
      if (!margins.holds(i)) {
        readLine(
            new LineScan(pageIndex, i, offset, prominence.of(i, lines.get(i)), translation),
            lines,
            limit - offset);
      }
      offset += lines.get(i).text().length() + 1;
    }
  }

  /** A pass over a page in another language. */
  private static final class Translation {
    private final List<Language> languages;
    private int words;

    Translation(List<Language> languages, int words) {
      this.languages = languages;
      this.words = words;
    }

    /** English words for a folded word; none where it is not known. */
    String[] english(String word) {
      String english = Glossary.shipped().english(languages, word);
      return english == null ? new String[0] : english.split(" ", -1);
    }
  }

  private void readLine(LineScan scan, List<Line> lines, int limit) {
    String text = lines.get(scan.line).text();
    BrokenWord before = scan.line == 0 ? null : broken(lines, scan.line - 1);
    BrokenWord after = scan.line + 1 == lines.size() ? null : broken(lines, scan.line);
    Words.scan(
        text,
        before == null ? 0 : before.end(),
        after == null ? limit : Math.min(limit, after.start()),
        misreadings != null && document.pages().get(scan.page).source() == Page.Source.OCR
            ? (word, start, end) -> scan.word(misreadings.read(word), start, end)
            : scan);
    if (after != null && after.start() < limit) {
      scan.word(after.word(), after.start(), text.length());
    }
    if (scan.prominence > 0 && scan.content > 0) {
      headings.add(
          new Heading(
              DocumentText.bare(scan.page, scan.line, scan.offset, text),
              Arrays.copyOf(scan.terms, scan.termCount),
              scan.content,
              scan.prominence,
              scan.wordsBefore));
    }
  }

  /** The word that goes on from a line to the next. */
  private @Nullable BrokenWord broken(List<Line> lines, int line) {
    return BrokenWord.of(lines.get(line).text(), lines.get(line + 1).text(), this::knows);
  }

  private boolean knows(String word) {
    return patterns.holds(word) || lexicon.knows(word);
  }

  /** Takes one line's words in. */
  private final class LineScan implements Words.Sink {
    private final int page;
    private final int line;
    private final int offset;
    private final double prominence;
    private int[] terms = new int[8];
    private int termCount;
    private int content;
    private int before = -1;
    private int beforeStart;
    private final int wordsBefore;
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
      wordsBefore = translation == null ? words : translation.words;
    }

    @Override
    public void word(String word, int start, int end) {
      if (word.length() > LONGEST_ABC && end - start >= 2 * word.length() - 1) {
        for (String part : SpacedWords.of(word, LinePass.this::knows)) {
          take(part, start, end);
        }
      } else {
        take(word, start, end);
      }
    }

    private void take(String written, int start, int end) {
      String word = Measures.read(lastWord, written);
      lastWord = written;
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
        hold(term);
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

    private void hold(int term) {
      if (termCount == terms.length) {
        terms = Arrays.copyOf(terms, 2 * termCount);
      }
      terms[termCount++] = term;
    }

    /** "2026" and "1" say nothing of what a line is about. */
    private static boolean isFigure(String word) {
      for (int i = 0; i < word.length(); i++) {
        if (Character.isLetter(word.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    private void take(int term, int start, int end, int number) {
      hold(term);
      var place = new Place(page, line, offset + start, offset + end);
      found.term(term, place, number, prominence);
      if (before >= 0) {
        found.pair(before, term, offset + beforeStart, place);
      }
    }
  }

  Found found() {
    return found;
  }

  List<Heading> headings() {
    return headings;
  }

  List<String> folded() {
    return folded;
  }

  List<Double> prominences() {
    return prominences;
  }

  /** Where each of {@link #folded} stands. */
  List<Place> places() {
    return places;
  }

  /** What runs of {@link #folded} are written in, in reading order. */
  List<Written> written() {
    return written;
  }

  @Nullable Place title() {
    return title;
  }

  int words() {
    return words;
  }
}
