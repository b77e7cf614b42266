package dev.taxon.llm;

import dev.taxon.Candidate;
import dev.taxon.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reasoning of a decision: words that stand on the pages, what the model makes of them, what
 * else came close, and who says so. What the model puts in quotation marks though no page has it is
 * left out with its sentence.
 */
final class Note {
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu}|[\"“„«])");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"|[“„«]([^”“»]+)[”“»]");
  private static final int LONGEST_REASON = 500;

  /** Below this another answer is not worth a word. */
  private static final double WORTH_A_WORD = 0.01;

  private Note() {}

  static String of(
      @Nullable String type,
      double sure,
      List<Evidence> evidence,
      String reason,
      @Nullable Candidate next,
      Quotes quotes,
      String model) {
    var note = new ArrayList<String>();
    if (type == null) {
      note.add("No rule fits.");
    }
    if (!evidence.isEmpty()) {
      note.add(said(evidence) + ".");
    }
    String told = borneOut(reason, quotes);
    if (!told.isEmpty()) {
      note.add(told);
    }
    if (next != null && next.confidence() >= WORTH_A_WORD) {
      note.add(
          (type == null ? "Closest: " : "Next likeliest: ")
              + next.type().strip()
              + " ("
              + percent(next.confidence())
              + ").");
    }
    note.add(
        "Decided by the language model "
            + model
            + ", which calls itself "
            + percent(sure)
            + " sure.");
    return String.join(" ", note);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** For example {@code "Invoice number" and "Total due" (page 1), "IBAN" (page 2)}. */
  private static String said(List<Evidence> evidence) {
    Map<Integer, List<String>> byPage =
        evidence.stream()
            .collect(
                Collectors.groupingBy(
                    Evidence::page,
                    LinkedHashMap::new,
                    Collectors.mapping(one -> '"' + one.quote() + '"', Collectors.toList())));
    return byPage.entrySet().stream()
        .map(page -> listed(page.getValue()) + " (page " + page.getKey() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String listed(List<String> quotes) {
    return quotes.size() == 1
        ? quotes.getFirst()
        : String.join(", ", quotes.subList(0, quotes.size() - 1)) + " and " + quotes.getLast();
  }

  private static String borneOut(String reason, Quotes quotes) {
    var told = new StringBuilder();
    for (String sentence : SENTENCE.split(reason, -1)) {
      boolean fits = told.length() + sentence.length() < LONGEST_REASON;
      if (fits && !sentence.isBlank() && isBorneOut(sentence, quotes)) {
        told.append(told.isEmpty() ? "" : " ").append(sentence);
      }
    }
    return told.isEmpty() || ".!?".indexOf(told.charAt(told.length() - 1)) >= 0
        ? told.toString()
        : told.append('.').toString();
  }

  private static boolean isBorneOut(String sentence, Quotes quotes) {
    Matcher quoted = QUOTED.matcher(sentence);
    while (quoted.find()) {
      String words = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
      // a model ends what it quotes with its own full stop
      if (!quotes.has(words) && !quotes.has(words.replaceFirst("[.,;]$", ""))) {
        return false;
      }
    }
    return true;
  }
}
