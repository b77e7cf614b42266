package dev.taxon.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Chooses which words of a document speak for a score, and sets them in a sentence. */
final class Quoted {
  /** A quote of more code units, most of them unseen, shows nothing. */
  private static final int LONGEST = 200;

  private final Reading reading;

  Quoted(Reading reading) {
    this.reading = reading;
  }

  /** What speaks for a score: headings, then the parts with the most points; nothing said twice. */
  List<Quote> of(Score score, int most) {
    var chosen = new ArrayList<Quote>();
    score.parts().stream()
        .filter(part -> part.value() > 0)
        .flatMap(part -> part.quotes(reading).stream())
        .filter(Quote::heads)
        .forEach(quote -> add(chosen, quote));
    score.parts().stream()
        .filter(part -> part.value() > 0)
        .sorted(Comparator.comparingDouble(Part::points).reversed())
        .flatMap(part -> part.quotes(reading).stream())
        .filter(quote -> !quote.heads())
        .forEach(quote -> add(chosen, quote));
    return List.copyOf(chosen.subList(0, Math.min(most, chosen.size())));
  }

  /**
   * Whether some quotes say anything: of a text in a language that is not read, a single word may
   * mean something else there, unless it heads the document.
   */
  static boolean isPlain(List<Quote> quotes, boolean unread) {
    return quotes.size() > 1 || (quotes.size() == 1 && (!unread || quotes.getFirst().heads()));
  }

  /** Those of some quotes that say something of their own. */
  List<Quote> apart(List<Quote> quotes) {
    var chosen = new ArrayList<Quote>();
    quotes.forEach(quote -> add(chosen, quote));
    return chosen;
  }

  /**
   * Adds a quote, unless another one says it too; takes the place of shorter ones that it holds.
   */
  private void add(List<Quote> chosen, Quote quote) {
    String text = folded(quote);
    if (isUnfit(text)) {
      return;
    }
    int place = chosen.size();
    for (int i = chosen.size() - 1; i >= 0; i--) {
      String other = folded(chosen.get(i));
      if (other.contains(text)) {
        return;
      }
      if (text.contains(other) && !chosen.get(i).heads()) {
        chosen.remove(i);
        place = i;
      }
    }
    chosen.add(Math.min(place, chosen.size()), quote);
  }

  /** Whether it would make a note long, or turn round what the note says after it. */
  private static boolean isUnfit(String text) {
    return text.length() > LONGEST || turns(text);
  }

  /** Whether marks of direction are opened in it that it does not close, or the other way round. */
  private static boolean turns(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open >= 0; i++) {
      char c = text.charAt(i);
      boolean closes = c == 0x202C || c == 0x2069;
      boolean opens = !closes && ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2068));
      open += opens ? 1 : closes ? -1 : 0;
    }
    return open != 0;
  }

  /** Whether some quotes say what one says, in the same words. */
  boolean isAmong(Quote quote, List<Quote> quotes) {
    return quotes.stream().anyMatch(other -> folded(other).equals(folded(quote)));
  }

  private String folded(Quote quote) {
    return reading.textAt(quote.place()).toLowerCase(Locale.ROOT);
  }

  /** {@code "a", "b" (page 1) and "c" (page 2)}. */
  String listed(List<Quote> quotes) {
    return listed(quotes, true);
  }

  /** {@code "a", "b" and "c"}. */
  String withoutPages(List<Quote> quotes) {
    return listed(quotes, false);
  }

  private String listed(List<Quote> listed, boolean withPages) {
    var text = new StringBuilder();
    for (int i = 0; i < listed.size(); i++) {
      var place = listed.get(i).place();
      boolean last = i == listed.size() - 1;
      text.append(i == 0 ? "" : last ? " and " : ", ");
      text.append(marked(reading.textAt(place)));
      boolean pageEnds = last || listed.get(i + 1).place().page() != place.page();
      if (withPages && pageEnds) {
        text.append(" (page ").append(reading.pageNumber(place)).append(')');
      }
    }
    return text.toString();
  }

  /** Between marks; single ones where the text holds double ones itself. */
  static String marked(String text) {
    char mark = text.indexOf('"') < 0 ? '"' : '\'';
    return mark + text + mark;
  }
}
