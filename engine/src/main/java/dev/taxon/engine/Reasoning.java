package dev.taxon.engine;

import dev.taxon.Evidence;
import dev.taxon.engine.Odds.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
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

  /** A part that is ahead by less does not tell two rules apart, in natural log odds. */
  private static final double LEAST_ADVANTAGE = 0.01;

  /** An answer that is at least so likely needs no reason for doubt. */
  private static final double PLAIN = 0.795;

  /** A runner-up that is less likely needs no telling apart. */
  private static final double NEAR = 0.005;

  /** An answer that is at least so likely, beside one that is not plain, is worth saying. */
  private static final double CLOSE = 0.1;

  /** Fewer words are too little to tell anything. */
  private static final int LITTLE_TEXT = 12;

  /** Figures beside fewer words are too little as well. */
  private static final int FEW_WORDS = 4;

  /** Fewer words than on a card or a ticket. */
  private static final int SHORT_TEXT = 60;

  private final List<String> types;
  private final Reading reading;
  private final Odds odds;
  private final Ranked best;
  private final Quoted quoted;
  private final List<Quote> quotes;
  private final Looks looks;
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
    this.quoted = new Quoted(reading);
    this.quotes = quoted.of(best.score(), MOST_QUOTES);
    this.looks = Looks.of(reading, knowing, best.score());
    this.outside = knowing == null ? null : knowing.outside(reading, MOST_OUTSIDE);
  }

  /**
   * A type was chosen: the places that speak for it, strongest first, and then those at which it
   * looks like its kind.
   */
  List<Evidence> evidenceForType() {
    var all = new ArrayList<>(evidence(quotes));
    all.addAll(looks.evidence(reading));
    return all;
  }

  /** No type was chosen: the places that say what it is instead, then those for the nearest. */
  List<Evidence> evidenceForNone() {
    if (isLittle() || outside == null) {
      return evidence(quotes);
    }
    var all = new ArrayList<>(evidence(quoted.apart(outside.quotes())));
    all.addAll(evidence(quotes));
    return all.stream().distinct().toList();
  }

  private List<Evidence> evidence(List<Quote> shown) {
    return shown.stream().map(quote -> quote.evidence(reading, type(best))).toList();
  }

  String forType() {
    var text = new StringBuilder();
    var heads = quotes.stream().filter(Quote::heads).toList();
    var words = quotes.stream().filter(quote -> !quote.heads() && quote.cue() == null).toList();
    var cues = quotes.stream().filter(quote -> quote.cue() != null).toList();
    if (!heads.isEmpty()) {
      text.append("Headed ").append(quoted.listed(heads)).append(". ");
    }
    text.append(fileIs());
    if (!cues.isEmpty()) {
      String kind = Objects.requireNonNull(cues.getFirst().cue()).kind();
      text.append(quoted.listed(cues))
          .append(cues.size() == 1 ? " is usual in " : " are usual in ")
          .append(kind)
          .append(
              KindWords.sameName(kind, type(best)) ? ". " : ", which " + type(best) + " covers. ");
    }
    text.append(looks.said(reading));
    if (!words.isEmpty()) {
      text.append(quoted.listed(words))
          .append(words.size() == 1 ? " answers" : " answer")
          .append(" the rule's own words. ");
    }
    if (text.isEmpty()) {
      text.append("No words on its pages name ").append(type(best)).append(". ");
    }
    return text.append(nextBest())
        .append(' ')
        .append(howSure(best.probability(), doubtOfType()))
        .toString();
  }

  String forRest() {
    return "No other rule fits, so the one for the rest is taken. "
        + whyNone()
        + ' '
        + howSure(odds.none(), doubtOfNone());
  }

  String forNone() {
    if (isLittle() && !reading.isEmptyMessage()) {
      return tooLittle(amount());
    }
    String unread = reading.unread();
    if (unread != null && !Quoted.isPlain(quotes, true) && outside == null) {
      return tooLittle(
          unread
              + ", of which "
              + (quotes.isEmpty() ? "no words are" : "hardly a word is")
              + " known");
    }
    return "No rule fits. " + whyNone() + ' ' + howSure(odds.none(), doubtOfNone());
  }

  private String tooLittle(String found) {
    return "There is too little readable text to tell: %s. %s".formatted(found, nearest());
  }

  private String whyNone() {
    if (reading.isEmptyMessage()) {
      return emptyMessage() + nearest();
    }
    if (isLittle()) {
      return "There is little to read: %s. %s".formatted(amount(), nearest());
    }
    return otherKind() + nearest();
  }

  private String emptyMessage() {
    Reading.Place attached = reading.attachment();
    return attached == null
        ? "The message has no text of its own. "
        : "The message has no text of its own, and what comes with it (%s, page %d) is not opened. "
            .formatted(Quoted.marked(reading.textAt(attached)), reading.pageNumber(attached));
  }

  /** Whether there is too little to tell anything. */
  private boolean isLittle() {
    return reading.words() < LITTLE_TEXT || reading.lettered() < FEW_WORDS;
  }

  /** {@code none at all}, {@code 1 word}, {@code 3 words beside figures}. */
  private String amount() {
    int words = reading.lettered();
    boolean figures = reading.words() > words;
    if (words == 0) {
      return figures ? "nothing but figures" : "none at all";
    }
    return (words == 1 ? "1 word" : words + " words") + (figures ? " beside figures" : "");
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
    return "%s %s usual in %s, %s. "
        .formatted(
            quoted.listed(outside.quotes()),
            outside.quotes().size() == 1 ? "is" : "are",
            outside.kind(),
            outside.excludedBy() < 0
                ? "and no rule asks for that"
                : "which %s excludes".formatted(typeOf(outside.excludedBy())));
  }

  /** What came second, and what tells the two apart. */
  private String nextBest() {
    Ranked next = next();
    if (next == null) {
      return "There is no other rule.";
    }
    var found = quoted.of(next.score(), MOST_OF_NEXT);
    if (found.isEmpty()) {
      return next.probability() < CLOSE && !quotes.isEmpty()
          ? "Nothing on its pages speaks for another rule."
          : "Next comes %s (%s), but %s"
              .formatted(type(next), percent(next.probability()), difference(next, found));
    }
    if (next.probability() < NEAR) {
      return "Far behind comes %s (%s) for %s."
          .formatted(type(next), percent(next.probability()), quoted.listed(found));
    }
    return "Next comes %s (%s) for %s, but %s"
        .formatted(
            type(next), percent(next.probability()), quoted.listed(found), difference(next, found));
  }

  private @Nullable Ranked next() {
    return odds.ranked().stream()
        .filter(r -> r.score().type() != best.score().type() && !r.rest())
        .findFirst()
        .orElse(null);
  }

  private String difference(Ranked other, List<Quote> found) {
    var alone =
        quotes.stream()
            .filter(quote -> quote.cue() != null || !quote.terms().isEmpty())
            .filter(quote -> !other.score().holds(quote) && !quoted.isAmong(quote, found))
            .sorted(Comparator.comparing(Quote::heads))
            .limit(MOST_OF_NEXT)
            .toList();
    if (!alone.isEmpty()) {
      return "%s %s for %s only."
          .formatted(
              quoted.withoutPages(alone), alone.size() == 1 ? "speaks" : "speak", type(best));
    }
    String advantage = advantage(other);
    return advantage == null
        ? "nothing tells the two apart but that %s stands first among the rules."
            .formatted(type(best))
        : "%s is ahead because %s.".formatted(type(best), advantage);
  }

  /** What puts the best type ahead of another one the most; null where nothing does. */
  private @Nullable String advantage(Ranked other) {
    Part most = best.score().mainAdvantage(other.score());
    int place = best.score().parts().indexOf(most);
    return most.points() - other.score().parts().get(place).points() < LEAST_ADVANTAGE
        ? null
        : most.advantage();
  }

  /** How sure the answer is, and what keeps it from being surer. */
  private static String howSure(double probability, String doubt) {
    String degree =
        probability >= 0.945
            ? "Sure"
            : probability >= PLAIN
                ? "Fairly sure"
                : probability >= 0.595 ? "Not quite sure" : "Unsure";
    return "%s (%s)%s."
        .formatted(
            degree,
            percent(probability),
            probability >= PLAIN || doubt.isEmpty() ? "" : ": " + doubt);
  }

  private String doubtOfType() {
    Ranked next = next();
    double second = next == null ? 0 : next.probability();
    if (odds.none() >= Math.max(CLOSE, second)) {
      return "it may also be that no rule fits (%s)".formatted(percent(odds.none()));
    }
    return next != null && second >= CLOSE ? type(next) + " is close" : doubtOfText(false);
  }

  private String doubtOfNone() {
    return best.probability() >= CLOSE && !best.rest()
        ? type(best) + " is close"
        : doubtOfText(true);
  }

  private String doubtOfText(boolean none) {
    String unread = reading.unread();
    if (unread != null) {
      return unread + ", of which few words are known";
    }
    if (reading.words() < SHORT_TEXT) {
      return reading.words() == 1
          ? "there is only 1 word to go by"
          : "there are only %d words to go by".formatted(reading.words());
    }
    return none ? "little in it is plain" : "little in it speaks clearly";
  }

  /** The best type although it does not fit, and what it lacks. */
  private String nearest() {
    if (best.rest()) {
      return "There is no other rule.";
    }
    String type = "%s (%s)".formatted(type(best), percent(best.probability()));
    if (!quotes.isEmpty()) {
      return "The nearest is %s for %s%s.".formatted(type, quoted.listed(quotes), lacking());
    }
    if (odds.ranked().size() == 1) {
      return "Nothing on its pages speaks for %s%s.".formatted(type, lacking());
    }
    if (best.probability() < CLOSE) {
      return "Nothing on its pages speaks for any of the rules.";
    }
    Ranked next = isLittle() ? null : next();
    String advantage = next == null ? null : advantage(next);
    return "No words on its pages speak for a rule; the nearest is %s%s."
        .formatted(type, advantage == null ? "" : ", because " + advantage);
  }

  /** Telling words of the best type that stand nowhere in it, heaviest first. */
  private String lacking() {
    var pattern = best.score().pattern();
    var missing = new LinkedHashMap<String, String>();
    for (var term : Stream.concat(pattern.name().stream(), pattern.words().stream()).toList()) {
      if (reading.count(term.id()) == 0
          && missing.size() < MOST_MISSING
          && CommonWords.weight(term.folded()) == 1) {
        missing.putIfAbsent(term.folded(), term.written());
      }
    }
    return missing.isEmpty() ? "" : "; not found: " + String.join(", ", missing.values());
  }

  /** The type of a rule. */
  private String typeOf(int rule) {
    return odds.ranked().stream()
        .filter(ranked -> ranked.score().pattern().rule() == rule)
        .map(this::type)
        .findFirst()
        .orElse("a rule");
  }

  private String type(Ranked ranked) {
    return types.get(ranked.score().type());
  }

  private static String percent(double probability) {
    long whole = Math.round(100 * probability);
    return whole == 0 ? "under 1%" : whole + "%";
  }
}
