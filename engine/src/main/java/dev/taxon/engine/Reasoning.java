package dev.taxon.engine;

import dev.taxon.Evidence;
import dev.taxon.engine.Odds.Ranked;
import dev.taxon.engine.shape.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says for a person why a decision was made, as a careful clerk would note it: what was seen and on
 * which page, which words of the rule that answers, what came next and what tells the two apart,
 * and how sure that is and why. Of no type it says what the document looks like instead, and what
 * the nearest type lacks. Every sentence is read off a part that took part.
 */
final class Reasoning {
  private static final int MOST_QUOTES = 5;
  private static final int MOST_OF_NEXT = 2;
  private static final int MOST_OUTSIDE = 3;
  private static final int MOST_MISSING = 4;

  /** A runner-up that is less likely needs no telling apart. */
  private static final double NEAR = 0.005;

  /** An answer that is at least so likely, beside one that is not plain, is worth saying. */
  private static final double CLOSE = 0.1;

  /** Fewer words are too little to tell anything. */
  private static final int LITTLE_TEXT = 12;

  /** Fewer words than on a card or a ticket. */
  private static final int SHORT_TEXT = 60;

  private final List<String> types;
  private final Reading reading;
  private final Odds odds;
  private final Ranked best;
  private final List<Quote> quotes;
  private final @Nullable Knowing knowing;
  private final List<Look> looks;
  private final @Nullable Outside outside;

  /**
   * Prepares the note.
   *
   * @param knowing what known kinds say of the document; null where they take no part
   */
  Reasoning(List<String> types, Reading reading, Odds odds, @Nullable Knowing knowing) {
    this.types = types;
    this.reading = reading;
    this.odds = odds;
    this.best =
        odds.ranked().stream().filter(r -> !r.rest()).findFirst().orElse(odds.ranked().getFirst());
    this.quotes = quotes(best.score(), MOST_QUOTES);
    this.knowing = knowing;
    this.looks = looks(reading, knowing, best.score());
    this.outside = knowing == null ? null : knowing.outside(reading, MOST_OUTSIDE);
  }

  /**
   * A type was chosen: the places that speak for it, strongest first, and then those at which it
   * looks like its kind.
   */
  List<Evidence> evidenceForType() {
    var all = new ArrayList<>(evidence(quotes, type(best)));
    for (Look look : looks) {
      if (look.place() != null) {
        all.add(reading.evidence(look.place(), look.trait().said() + ", as is usual in " + kind()));
      }
    }
    return all;
  }

  /** A trait that is usual in the kind that the rule means, and where it shows. */
  private record Look(Trait trait, Reading.@Nullable Place place) {
    /** {@code holds sums of money ("1,152.00", page 1)}. */
    String said(Reading reading) {
      return place == null
          ? trait.said()
          : "%s (\"%s\", page %d)"
              .formatted(trait.said(), reading.textAt(place), reading.pageNumber(place));
    }
  }

  private static List<Look> looks(Reading reading, @Nullable Knowing knowing, Score score) {
    return knowing == null
        ? List.of()
        : knowing.traits(score.pattern().rule()).stream()
            .map(trait -> {
              Reading.Place place = knowing.place(reading, trait);
              return new Look(
                  trait, place == null || !Quote.isPlain(reading.textAt(place)) ? null : place);
            })
            .toList();
  }

  /** No type was chosen: the places that say what it is instead, then those for the nearest. */
  List<Evidence> evidenceForNone() {
    if (reading.words() < LITTLE_TEXT) {
      return evidence(quotes, type(best));
    }
    var shown = new ArrayList<Quote>();
    if (outside != null) {
      outside.quotes().forEach(quote -> add(shown, quote));
    }
    var all = new ArrayList<>(evidence(shown, type(best)));
    all.addAll(evidence(quotes, type(best)));
    return all.stream().distinct().toList();
  }

  private List<Evidence> evidence(List<Quote> shown, String type) {
    return shown.stream().map(quote -> quote.evidence(reading, type)).toList();
  }

  String forType() {
    var text = new StringBuilder();
    var heads = quotes.stream().filter(Quote::heads).toList();
    var words = quotes.stream().filter(quote -> !quote.heads() && quote.cue() == null).toList();
    var cues = quotes.stream().filter(quote -> quote.cue() != null).toList();
    if (!heads.isEmpty()) {
      text.append("Headed ").append(listed(heads, true)).append(". ");
    }
    text.append(fileIs());
    if (!cues.isEmpty()) {
      String kind = Objects.requireNonNull(cues.getFirst().cue()).kind();
      text.append(listed(cues, true))
          .append(cues.size() == 1 ? " is usual in " : " are usual in ")
          .append(kind)
          .append(
              KindWords.sameName(kind, type(best)) ? ". " : ", which " + type(best) + " covers. ");
    }
    text.append(looksUsual());
    if (!words.isEmpty()) {
      text.append(listed(words, true))
          .append(words.size() == 1 ? " answers" : " answer")
          .append(" the rule's own words. ");
    }
    return text.append(nextBest()).append(' ').append(howSure(best.probability())).toString();
  }

  /** How the document looks, where that is usual in the kind that the rule means. */
  private String looksUsual() {
    return looks.isEmpty()
        ? ""
        : "It %s, as is usual in %s. "
            .formatted(
                looks.stream().map(look -> look.said(reading)).collect(Collectors.joining(" and ")),
                kind());
  }

  private String kind() {
    return knowing == null ? "" : knowing.kindName(best.score().pattern().rule());
  }

  String forRest() {
    return "No other rule fits, so the one for the rest is taken. "
        + otherKind()
        + nearest()
        + ' '
        + howSure(odds.none());
  }

  String forNone() {
    if (reading.words() < LITTLE_TEXT) {
      String amount =
          switch (reading.words()) {
            case 0 -> "none at all";
            case 1 -> "1 word";
            default -> reading.words() + " words";
          };
      return "There is too little readable text to tell: %s. %s".formatted(amount, nearest());
    }
    String unread = reading.unread();
    if (unread != null && quotes.isEmpty() && outside == null) {
      return "There is too little readable text to tell: %s, of which no words are known. %s"
          .formatted(unread, nearest());
    }
    return "No rule fits. " + otherKind() + nearest() + ' ' + howSure(odds.none());
  }

  /** The file's format, where it took part. */
  private String fileIs() {
    for (var part : best.score().parts()) {
      if (part instanceof Part.FormatPart format && format.value() > 0) {
        return "The file is %s. ".formatted(format.format().phrase());
      }
    }
    return "";
  }

  /** What it looks like instead, where that is a kind no rule means. */
  private String otherKind() {
    if (outside == null) {
      return "";
    }
    return "%s %s usual in %s, and no rule asks for that. "
        .formatted(
            listed(outside.quotes(), true),
            outside.quotes().size() == 1 ? "is" : "are",
            outside.kind());
  }

  /** What came second, and what tells the two apart. */
  private String nextBest() {
    return odds.ranked().stream()
        .filter(r -> r.score().type() != best.score().type() && !r.rest())
        .findFirst()
        .map(this::next)
        .orElse("There is no other rule.");
  }

  private String next(Ranked other) {
    var found = quotes(other.score(), MOST_OF_NEXT);
    if (found.isEmpty()) {
      return "Nothing on its pages speaks for another rule.";
    }
    if (other.probability() < NEAR) {
      return "Far behind comes %s (%s) for %s."
          .formatted(type(other), percent(other.probability()), listed(found, true));
    }
    var alone =
        quotes.stream()
            .filter(quote -> quote.cue() != null || !quote.terms().isEmpty())
            .filter(quote -> !other.score().holds(quote))
            .sorted(Comparator.comparing(Quote::heads))
            .limit(MOST_OF_NEXT)
            .toList();
    String difference =
        alone.isEmpty()
            ? "%s is ahead because %s."
                .formatted(type(best), best.score().mainAdvantage(other.score()).advantage())
            : "%s %s for %s only."
                .formatted(
                    listed(alone, false), alone.size() == 1 ? "speaks" : "speak", type(best));
    return "Next comes %s (%s) for %s, but %s"
        .formatted(type(other), percent(other.probability()), listed(found, true), difference);
  }

  /** How sure the answer is, and what keeps it from being surer. */
  private String howSure(double probability) {
    String doubt = doubt(probability);
    String degree =
        probability >= 0.945
            ? "Sure"
            : probability >= 0.795
                ? "Fairly sure"
                : probability >= 0.595 ? "Not quite sure" : "Unsure";
    return "%s (%s)%s."
        .formatted(degree, percent(probability), doubt.isEmpty() ? "" : ": " + doubt);
  }

  private String doubt(double probability) {
    if (probability >= 0.795) {
      return "";
    }
    boolean none = probability == odds.none();
    double other = none ? best.probability() : second();
    if (!none && odds.none() >= Math.max(CLOSE, other)) {
      return "it may also be that no rule fits (%s)".formatted(percent(odds.none()));
    }
    if (other >= CLOSE) {
      return "%s (%s) is close".formatted(none ? type(best) : type(runnerUp()), percent(other));
    }
    if (reading.words() < SHORT_TEXT) {
      return "there are only %d words to go by".formatted(reading.words());
    }
    return none ? "little in it is plain" : "little in it speaks clearly";
  }

  private double second() {
    return odds.ranked().size() < 2 ? 0 : runnerUp().probability();
  }

  private Ranked runnerUp() {
    return odds.ranked().stream()
        .filter(r -> r.score().type() != best.score().type())
        .findFirst()
        .orElse(best);
  }

  /** The best type although it does not fit, and what it lacks. */
  private String nearest() {
    if (best.rest()) {
      return "There is no other rule.";
    }
    if (quotes.isEmpty()) {
      return odds.ranked().size() == 1
          ? "Nothing on its pages speaks for %s%s.".formatted(type(best), lacking())
          : "Nothing on its pages speaks for any of the rules.";
    }
    return "The nearest is %s (%s) for %s%s."
        .formatted(type(best), percent(best.probability()), listed(quotes, true), lacking());
  }

  /** Telling words of the best type that stand nowhere in it, heaviest first. */
  private String lacking() {
    var pattern = best.score().pattern();
    var missing = new LinkedHashMap<String, String>();
    for (var term : Stream.concat(pattern.name().stream(), pattern.words().stream()).toList()) {
      if (reading.count(term.id()) == 0 && missing.size() < MOST_MISSING) {
        missing.putIfAbsent(term.folded(), term.written());
      }
    }
    return missing.isEmpty() ? "" : "; not found: " + String.join(", ", missing.values());
  }

  /** What speaks for a score: headings, then the parts with the most points; nothing said twice. */
  private List<Quote> quotes(Score score, int most) {
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
   * Adds a quote, unless another one says it too; takes the place of shorter ones that it holds.
   */
  private void add(List<Quote> chosen, Quote quote) {
    String text = folded(quote);
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

  private String folded(Quote quote) {
    return reading.textAt(quote.place()).toLowerCase(Locale.ROOT);
  }

  /** {@code "a", "b" (page 1) and "c" (page 2)}, or without the pages. */
  private String listed(List<Quote> listed, boolean withPages) {
    var text = new StringBuilder();
    for (int i = 0; i < listed.size(); i++) {
      var place = listed.get(i).place();
      boolean last = i == listed.size() - 1;
      text.append(i == 0 ? "" : last ? " and " : ", ");
      text.append('"').append(reading.textAt(place)).append('"');
      boolean pageEnds = last || listed.get(i + 1).place().page() != place.page();
      if (withPages && pageEnds) {
        text.append(" (page ").append(reading.pageNumber(place)).append(')');
      }
    }
    return text.toString();
  }

  private String type(Ranked ranked) {
    return types.get(ranked.score().type());
  }

  private static String percent(double probability) {
    long whole = Math.round(100 * probability);
    return whole == 0 ? "under 1%" : whole + "%";
  }
}
