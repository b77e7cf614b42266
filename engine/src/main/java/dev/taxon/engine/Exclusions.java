package dev.taxon.engine;

import dev.taxon.engine.text.Glossary;
import dev.taxon.engine.text.Language;
import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a rule's sentence that say what is not meant: "not a quote", "other than receipts,
 * tickets or slips", "ohne Mahnungen", "receipts do not belong here".
 *
 * <p>An exclusion begins with a word of its own and reaches to the end of its clause, over the
 * commas of a list that an "or" ends. Where nothing but a word of belonging follows, it is what the
 * clause began with that is excluded. Turns that exclude nothing are known: "not only", "no later
 * than", "non-disclosure", "paid or not". Seven languages; costs one pass over the words.
 */
public final class Exclusions {
  /** More characters of a description tell nothing new about a kind. */
  private static final int MOST_READ = 20_000;

  /** So many words an item of a list has at most; what is longer is a clause of its own. */
  private static final int LONGEST_ITEM = 4;

  /** So many words ahead is looked for the "or" of a list. */
  private static final int LONGEST_LIST = 60;

  /** What parts a word from the one before. */
  private enum Gap {
    NONE,
    COMMA,
    COLON,
    CLAUSE
  }

  private record Token(String word, int start, int end, Gap before) {}

  /**
   * A part of a text.
   *
   * @param start offset of its first character
   * @param end offset behind its last character
   */
  public record Span(int start, int end) {}

  private final String text;
  private final ExclusionWords words;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  private Exclusions(String text, @Nullable Language language) {
    this.text = text;
    int[] last = {0};
    Words.scan(
        text,
        MOST_READ,
        (word, start, end) -> {
          tokens.add(new Token(word, start, end, gap(last[0], start)));
          last[0] = end;
        });
    words = ExclusionWords.of(language == null ? language() : language);
    find();
  }

  /**
   * Finds what a text excludes.
   *
   * @param language of the text, null where it is to be found from its words
   * @return in order, none over another
   */
  public static List<Span> of(String text, @Nullable Language language) {
    return List.copyOf(new Exclusions(text, language).spans);
  }

  /** The text without what it excludes. */
  public static String without(String text, @Nullable Language language) {
    return cut(text, of(text, language));
  }

  /** The text without some of its parts. */
  static String cut(String text, List<Span> spans) {
    var kept = new StringBuilder();
    int from = 0;
    for (Span span : spans) {
      kept.append(text, from, span.start());
      while (!kept.isEmpty() && " ,".indexOf(kept.charAt(kept.length() - 1)) >= 0) {
        kept.setLength(kept.length() - 1);
      }
      from = span.end();
    }
    return from == 0 ? text : kept.append(text, from, text.length()).toString();
  }

  /** Whether a folded word of a language denies or excludes by itself. */
  static boolean excludes(String word, Language language) {
    return ExclusionWords.of(language).cue(i -> i == 0 ? word : "") == 1;
  }

  private @Nullable Language language() {
    return Glossary.shipped().language(tokens.stream().map(Token::word).toList(), 0, tokens.size());
  }

  private Gap gap(int from, int to) {
    var gap = Gap.NONE;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (".;!?()[]|\n\"".indexOf(c) >= 0) {
        return Gap.CLAUSE;
      }
      if (c == ':') {
        gap = Gap.COLON;
      } else if (c == ',' && gap == Gap.NONE) {
        gap = Gap.COMMA;
      }
    }
    return gap;
  }

  private void find() {
    int at = 0;
    while (at < tokens.size()) {
      int cue = cue(at);
      at = cue == 0 ? at + 1 : exclude(at, at + cue);
    }
  }

  /** How many words the cue that begins here has, or 0. */
  private int cue(int at) {
    int length = words.cue(i -> at + i < tokens.size() ? tokens.get(at + i).word() : "");
    return length == 0 || excludesNothing(at, at + length) ? 0 : length;
  }

  private boolean excludesNothing(int cue, int next) {
    Token last = tokens.get(next - 1);
    if (last.end() < text.length() && Words.isHyphen(text.charAt(last.end()))) {
      return true;
    }
    if (cue > 0
        && tokens.get(cue).before() == Gap.NONE
        && words.isConnector(tokens.get(cue - 1).word())) {
      return true;
    }
    if (next == tokens.size() || tokens.get(next).before() != Gap.NONE) {
      return false;
    }
    String after = tokens.get(next).word();
    return words.isHarmlessAfter(after)
        || (words.isNumberSign(last.word())
            && (CommonWords.isFunction(after) || Character.isDigit(after.charAt(0))));
  }

  /** Takes in one exclusion; answers where to go on. */
  private int exclude(int cue, int from) {
    int end = from;
    while (end < tokens.size() && !ends(from, end)) {
      end++;
    }
    boolean belongs = cue > 0 && words.isBelonging(tokens.get(cue - 1).word());
    boolean names = false;
    for (int i = from; i < end; i++) {
      String word = tokens.get(i).word();
      belongs |= words.isBelonging(word);
      names |= !words.isBelonging(word) && !CommonWords.isFunction(word);
    }
    if (names) {
      add(cue, end);
    } else if (belongs || words.isParticiple(tokens.get(from - 1).word())) {
      add(clauseStart(cue), end);
    }
    return end;
  }

  private void add(int from, int to) {
    int start = tokens.get(from).start();
    if (!spans.isEmpty() && spans.getLast().end() > start) {
      start = spans.removeLast().start();
    }
    spans.add(new Span(start, tokens.get(to - 1).end()));
  }

  private boolean ends(int from, int at) {
    Token token = tokens.get(at);
    return switch (token.before()) {
      case CLAUSE -> true;
      case COLON -> at > from;
      case COMMA ->
          tokens.get(from).before() != Gap.COLON
              && (at > from ? !goesOn(at) : !words.isConnector(token.word()));
      case NONE -> words.isEnder(token.word()) && at > from;
    };
  }

  /** Whether what follows a comma is a further item of a list that some "or" ends. */
  private boolean goesOn(int comma) {
    int last = Math.min(tokens.size(), comma + LONGEST_LIST);
    int at = comma;
    while (at < last) {
      if (words.isConnector(tokens.get(at).word())) {
        return true;
      }
      if (words.opensClause(tokens.get(at).word())) {
        return false;
      }
      int end = at + 1;
      while (end < tokens.size() && tokens.get(end).before() == Gap.NONE) {
        if (words.isConnector(tokens.get(end).word())) {
          return end - at <= LONGEST_ITEM;
        }
        end++;
      }
      if (end - at > LONGEST_ITEM
          || end == tokens.size()
          || tokens.get(end).before() != Gap.COMMA) {
        return false;
      }
      at = end;
    }
    return false;
  }

  /** Where the clause begins that a cue ends; over commas where an "and" shows a list. */
  private int clauseStart(int cue) {
    int start = cue;
    boolean list = false;
    while (start > 0) {
      Token token = tokens.get(start);
      list |= words.isAnd(token.word());
      if (token.before() == Gap.CLAUSE
          || token.before() == Gap.COLON
          || (token.before() == Gap.COMMA && !list)
          || words.isEnder(tokens.get(start - 1).word())) {
        break;
      }
      start--;
    }
    return start;
  }
}
