package dev.taxon.engine.shape;

import dev.taxon.Document;
import dev.taxon.Line;
import dev.taxon.Page;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a document has each {@link Trait}, 0 to 1.
 *
 * <p>Counts rise towards 1 as {@code count / (count + half)}. Reads at most {@value #LINES} lines;
 * costs one look at each character and one look-up a word.
 */
public final class Shape {
  private static final int LINES = 400;
  private static final int LONGEST = 400;
  private static final int NARROW = 34;
  private static final int WIDE = 60;
  private static final int MASKED = 32;

  /** So many words stand on a slide at most, and so many lines beside its points. */
  private static final int SLIDE = 60;

  private static final int TOP_AND_FOOT = 4;
  private static final String BULLETS = "•-–→*▪‣●►➤·";

  private static final int SECOND = 2;
  private static final int LEGAL = 4;
  private static final int GREETS = 16;
  private static final int CLOSES = 32;
  private static final int HEADER = 128;
  private static final int SAYS = 256;
  private static final int FIGURE = 512;
  private static final int CLAUSE = 1024;

  private static final Map<String, Integer> MARKS = marks();

  /**
   * Where a trait shows first.
   *
   * @param page index of the page
   * @param line index of its line
   * @param start offset in the line of the first code unit
   * @param end offset behind the last one
   */
  public record Spot(int page, int line, int start, int end) {}

  private final Map<Trait, Double> values = new EnumMap<>(Trait.class);
  private final Map<Trait, Spot> spots = new EnumMap<>(Trait.class);
  private final int[] firstMarked = new int[MASKED];

  private int page;
  private int line;
  private int lines;
  private int amounts;
  private int keyValues;
  private int boxes;
  private int blanks;
  private int clauses;
  private int sections;
  private int dates;
  private int identifiers;
  private int longCodes;
  private int quotes;
  private int citations;
  private int wideCharacters;
  private int characters;
  private int narrowLines;
  private int headerLines;
  private int bullets;
  private final int[] marked = new int[MASKED];

  private Shape() {}

  /**
   * Looks at a document.
   *
   * @param folded its words, folded, in order
   */
  public static Shape of(Document document, List<String> folded) {
    var shape = new Shape();
    for (Page page : document.pages()) {
      shape.line = 0;
      for (Line line : page.lines()) {
        if (shape.lines < LINES) {
          shape.look(line);
          shape.line++;
        }
      }
      shape.page++;
    }
    for (int i = 0; i < folded.size(); i++) {
      shape.count(MARKS.getOrDefault(folded.get(i), 0), i);
    }
    shape.weigh(document, folded.size());
    return shape;
  }

  /** How far it has a trait, 0 to 1. */
  public double value(Trait trait) {
    return values.getOrDefault(trait, 0.0);
  }

  /** Where a trait that lines show stands first, or null. */
  public @Nullable Spot spot(Trait trait) {
    return spots.get(trait);
  }

  /** The number of the first word that shows a trait by its meaning, or -1. */
  public int word(Trait trait) {
    int mark =
        switch (trait) {
          case SALUTATION -> GREETS;
          case CLOSING_SIGNATURE -> CLOSES;
          case SECOND_PERSON -> SECOND;
          case LEGAL_LANGUAGE -> LEGAL;
          case QUOTES -> SAYS;
          case FIGURES_TABLES -> FIGURE;
          default -> 0;
        };
    return mark == 0 || marked(mark) == 0 ? -1 : firstMarked[Integer.numberOfTrailingZeros(mark)];
  }

  private void count(int mask, int word) {
    for (int left = mask; left != 0; left &= left - 1) {
      int mark = Integer.numberOfTrailingZeros(left);
      if (marked[mark]++ == 0) {
        firstMarked[mark] = word;
      }
    }
  }

  private void stands(Trait trait, int start, int end) {
    if (!spots.containsKey(trait)) {
      spots.put(trait, new Spot(page, line, start, end));
    }
  }

  private int marked(int mark) {
    return marked[Integer.numberOfTrailingZeros(mark)];
  }

  private void look(Line line) {
    String text = line.text();
    int n = Math.min(text.length(), LONGEST);
    lines++;
    characters += n;
    wideCharacters += n >= WIDE ? n : 0;
    narrowLines += n <= NARROW ? 1 : 0;
    int money = 0;
    int words = 0;
    int at = 0;
    while (at < n) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        int end = at + 1;
        int digits = 1;
        int separators = 0;
        int firstSeparator = -1;
        int lastSeparator = -1;
        while (end < n && (isDigit(text.charAt(end)) || isInside(text, end, n))) {
          if (isDigit(text.charAt(end))) {
            digits++;
          } else {
            separators++;
            firstSeparator = firstSeparator < 0 ? end : firstSeparator;
            lastSeparator = end;
          }
          end++;
        }
        int tail = lastSeparator < 0 ? 0 : end - lastSeparator - 1;
        char separator = lastSeparator < 0 ? ' ' : text.charAt(lastSeparator);
        if (separators == 2
            && separator == text.charAt(firstSeparator)
            && (tail == 2 || tail == 4)
            && digits >= 4
            && digits <= 8) {
          dates++;
          stands(Trait.DATES_LIST, at, end);
        } else if ((tail == 2 && (separator == '.' || separator == ','))
            || isCurrency(before(text, at))
            || isCurrency(after(text, end, n))) {
          money++;
          stands(Trait.AMOUNTS, withThousands(text, at), end);
        } else if (digits >= 12) {
          longCodes++;
          stands(Trait.BARCODE, at, end);
        } else if (digits >= 6) {
          identifiers++;
          stands(Trait.IDENTIFIERS, at, end);
        } else if (digits == 4
            && separators == 0
            && (c == '1' || c == '2')
            && before(text, at) == '(') {
          citations++;
          stands(Trait.CITATIONS, at, end);
        } else if (before(text, at) == '[' && after(text, end, n) == ']') {
          citations++;
          if (c != '0') { // "[0001]" numbers a paragraph
            stands(Trait.CITATIONS, at, end);
          }
        }
        at = end;
        continue;
      }
      switch (c) {
        case '"', '“', '”', '„', '«', '»' -> quotes++;
        case '☐', '☑', '☒', '□', '■', '▢', '◻' -> boxes++;
        case '[', '(' -> boxes += isEmptyBox(text, at, n) ? 1 : 0;
        case '<' -> longCodes += at + 1 < n && text.charAt(at + 1) == '<' ? 1 : 0;
        case '_', '.', '…' -> {
          int end = at + 1;
          while (end < n && text.charAt(end) == c) {
            end++;
          }
          blanks += end - at >= (c == '…' ? 2 : 4) ? 1 : 0;
          at = end;
          continue;
        }
        default -> {
          if (Character.isLetter(c)) {
            words++;
            while (at < n && Character.isLetter(text.charAt(at))) {
              at++;
            }
            continue;
          }
        }
      }
      at++;
    }
    amounts += money;
    begin(text, n, words);
  }

  /** What the beginning of a line gives away. */
  private void begin(String text, int n, int words) {
    int at = 0;
    while (at < n && text.charAt(at) == ' ') {
      at++;
    }
    if (at == n) {
      return;
    }
    char c = text.charAt(at);
    if (c == '§') {
      clauses++;
    } else if (isDigit(c)) {
      int end = at;
      int dots = 0;
      while (end < n && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
        dots += text.charAt(end) == '.' ? 1 : 0;
        end++;
      }
      if (end < n
          && end - at <= 6
          && (text.charAt(end) == ' ' || text.charAt(end) == ')')
          && words > 0) {
        if (dots >= 1 && isDigit(text.charAt(end - 1))) {
          clauses++;
          stands(Trait.NUMBERED_CLAUSES, at, end);
        } else if (dots >= 1 || text.charAt(end) == ')') {
          sections++;
          stands(Trait.NUMBERED_SECTIONS, at, end);
        }
      }
    } else if (c == '(' && at + 2 < n && text.charAt(at + 2) == ')') {
      clauses++;
    } else if (BULLETS.indexOf(c) >= 0 && at + 1 < n && text.charAt(at + 1) == ' ') {
      bullets++;
    }
    int colon = text.indexOf(':');
    boolean label = colon > at + 1 && colon <= at + 40 && colon < n && n - colon <= 60;
    if (label && (colon + 1 == n || text.charAt(colon + 1) == ' ')) {
      keyValues++;
      stands(Trait.KEY_VALUES, at, colon + 1);
    }
    int end = at;
    while (end < n && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end > at && end - at <= 14) {
      int mask = MARKS.getOrDefault(text.substring(at, end).toLowerCase(Locale.ROOT), 0);
      if ((mask & HEADER) != 0 && end < n && text.charAt(end) == ':') {
        headerLines++;
        stands(Trait.MAIL_HEADERS, at, end + 1);
      }
      if ((mask & CLAUSE) != 0) {
        clauses++;
        stands(Trait.NUMBERED_CLAUSES, at, end);
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A mark between digits that belongs to a figure. */
  private static boolean isInside(String text, int at, int n) {
    char c = text.charAt(at);
    return (c == '.' || c == ',' || c == '/' || c == '-')
        && at + 1 < n
        && isDigit(text.charAt(at + 1));
  }

  /**
   * Where a sum begins whose thousands a blank parts: "1 000,00". Only where the blank is one that
   * does not break, or the figures behind it begin with 0; "1 120.00" may be one piece at 120.00.
   */
  private static int withThousands(String text, int at) {
    int start = at;
    while (start >= 2
        && start + 2 < text.length()
        && isDigit(text.charAt(start + 1))
        && isDigit(text.charAt(start + 2))
        && isDigit(text.charAt(start - 2))
        && (isUnbreaking(text.charAt(start - 1))
            || (text.charAt(start - 1) == ' ' && text.charAt(start) == '0'))) {
      start -= 2;
      while (start > 0 && isDigit(text.charAt(start - 1))) {
        start--;
      }
    }
    return start;
  }

  private static boolean isUnbreaking(char c) {
    return c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }

  private static char before(String text, int at) {
    int i = at - 1;
    while (i > 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? ' ' : text.charAt(i);
  }

  private static char after(String text, int at, int n) {
    int i = at;
    while (i < n - 1 && text.charAt(i) == ' ') {
      i++;
    }
    return i >= n ? ' ' : text.charAt(i);
  }

  private static boolean isCurrency(char c) {
    return c == '$' || c == '€' || c == '£' || c == '¥' || c == '₹';
  }

  private static boolean isEmptyBox(String text, int at, int n) {
    char close = text.charAt(at) == '[' ? ']' : ')';
    return at + 1 < n
        && (text.charAt(at + 1) == close
            || (at + 2 < n
                && (text.charAt(at + 1) == ' '
                    || text.charAt(at + 1) == 'x'
                    || text.charAt(at + 1) == 'X')
                && text.charAt(at + 2) == close));
  }

  private void weigh(Document document, int words) {
    int pages = document.pageCount();
    double per = Math.max(1, words);
    put(Trait.ONE_PAGE, pages == 1 ? 1 : 0);
    put(Trait.MANY_PAGES, pages > 5 ? 1 : 0);
    put(Trait.SHORT_TEXT, words < 60 ? 1 : words < 200 ? (200 - words) / 140.0 : 0);
    put(Trait.LONG_TEXT, words > 1_000 ? 1 : words > 300 ? (words - 300) / 700.0 : 0);
    put(Trait.AMOUNTS, rising(amounts, 4));
    put(Trait.KEY_VALUES, rising(keyValues, 6));
    put(Trait.CHECK_BOXES, rising(boxes, 3));
    put(Trait.BLANK_FIELDS, rising(blanks, 3));
    put(Trait.SALUTATION, rising(marked(GREETS), 1));
    put(Trait.CLOSING_SIGNATURE, rising(marked(CLOSES), 1));
    put(Trait.NUMBERED_CLAUSES, rising(clauses, 5));
    put(Trait.NUMBERED_SECTIONS, rising(sections, 4));
    put(Trait.MAIL_HEADERS, headerLines >= 2 ? rising(headerLines, 1) : 0);
    put(Trait.DATES_LIST, rising(dates, 6));
    put(Trait.IDENTIFIERS, rising(identifiers, 3));
    put(Trait.BARCODE, rising(longCodes, 1));
    put(Trait.SECOND_PERSON, rising(100 * marked(SECOND) / per, 2));
    put(Trait.LEGAL_LANGUAGE, rising(100 * marked(LEGAL) / per, 1));
    put(Trait.REPORT_VOICE, characters == 0 ? 0 : wideCharacters / (double) characters);
    put(Trait.QUOTES, rising(marked(SAYS) + quotes / 2.0, 4) * rising(per, 100));
    put(Trait.CITATIONS, rising(citations, 5));
    put(Trait.FIGURES_TABLES, rising(marked(FIGURE), 3));
    boolean narrow = lines > 0 && narrowLines > 0.8 * lines;
    put(Trait.NARROW_RECEIPT, narrow && words < 250 ? rising(amounts, 1.5) : 0);
    boolean isSlide =
        pages == 1 && words < SLIDE && bullets >= 2 && bullets >= lines - TOP_AND_FOOT;
    boolean areSlides = pages > 3 && words < 80 * document.pages().size();
    put(Trait.SLIDES, isSlide || areSlides ? 1 : 0);
  }

  private void put(Trait trait, double value) {
    values.put(trait, value);
  }

  private static double rising(double count, double half) {
    return count <= 0 ? 0 : count / (count + half);
  }

  private static Map<String, Integer> marks() {
    var marks = new HashMap<String, Integer>();
    mark(
        marks,
        SECOND,
        "you your yours sie ihr ihre ihnen ihrer vous votre vos usted ustedes voi vostro lei voce seu"
            + " u uw du dein deine");
    mark(
        marks,
        LEGAL,
        "shall hereby herein hereof hereto hereunder thereof therein thereto whereas pursuant"
            + " notwithstanding aforesaid undersigned indemnify witnesseth covenant gemass sofern"
            + " unbeschadet vorbehaltlich hiermit conformement susvise ci presentes soussigne presente"
            + " clausula conforme otorgante ai sensi sottoscritto hierbij krachtens ingevolge");
    mark(
        marks,
        GREETS,
        "dear sehr geehrte geehrter hello hi hallo liebe lieber madame monsieur bonjour cher chere"
            + " estimado estimada querido gentile egregio caro prezado exmo geachte beste");
    mark(
        marks,
        CLOSES,
        "sincerely regards faithfully truly respectfully grussen grusse hochachtungsvoll"
            + " cordialement salutations atentamente saludos cordialmente saluti atenciosamente"
            + " cumprimentos groet groeten hoogachtend");
    mark(
        marks,
        HEADER,
        "from to subject sent date cc bcc von an betreff gesendet datum de para asunto objet enviado"
            + " fecha da oggetto inviato data aan onderwerp verzonden");
    mark(
        marks,
        SAYS,
        "said says told added sagte sagt erklarte dit declare affirme explique dijo dice declaro"
            + " detto dichiarato spiega disse afirmou zei zegt");
    mark(
        marks,
        FIGURE,
        "figure fig table abbildung abb tabelle tableau figura tabla tabella tabela figuur tabel");
    mark(marks, CLAUSE, "article artikel articulo articolo artigo section clause schedule");
    return Map.copyOf(marks);
  }

  private static void mark(Map<String, Integer> marks, int mark, String words) {
    for (String word : Arrays.asList(words.split(" ", -1))) {
      marks.merge(word, mark, (a, b) -> a | b);
    }
  }
}
