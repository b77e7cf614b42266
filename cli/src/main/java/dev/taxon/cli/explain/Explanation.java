package dev.taxon.cli.explain;

import dev.taxon.Candidate;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.Evidence;
import dev.taxon.Page;
import dev.taxon.cli.console.Colour;
import dev.taxon.cli.rows.Plain;
import dev.taxon.engine.UnderstoodRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a document and what it was answered with, for eyes or for a program.
 *
 * @param file as the user named it
 * @param rules as they are understood
 */
record Explanation(String file, Document document, List<UnderstoodRule> rules, Decision decision) {
  /** A bar of full confidence, in characters. */
  private static final int BAR = 20;

  private static final int FIRST_LINES = 12;

  /**
   * How it is shown.
   *
   * @param width of a line, in characters
   * @param all whether every rule and the whole text are shown
   */
  record Look(int width, boolean colour, boolean all) {}

  /** Lines for eyes. */
  List<String> lines(Look look) {
    var lines = new ArrayList<String>();
    lines.add(bold(Plain.line(file), look) + "  " + dim(seen(), look));
    lines.add("");
    String type = decision.type() == null ? "no type" : Plain.line(decision.type());
    lines.add(
        "answer      "
            + (look.colour() ? shade(decision.confidence()).of(type) : type)
            + "  "
            + number(decision.confidence())
            + (decision.way() == null ? "" : dim("  the " + decision.way() + " way", look)));
    lines.addAll(wrapped("because     ", Plain.line(decision.reasoning()), look.width()));
    lines.add("");
    candidates(lines, look);
    lines.add("");
    rules(lines, look);
    evidence(lines, look);
    lines.add("");
    text(lines, look);
    return lines;
  }

  private String seen() {
    long words =
        document.pages().stream()
            .flatMap(page -> page.lines().stream())
            .flatMap(
                line -> java.util.regex.Pattern.compile("\\s+").splitAsStream(line.text().strip()))
            .count();
    boolean scanned = document.pages().stream().anyMatch(page -> page.source() == Page.Source.OCR);
    int read = document.pages().size();
    return document.mediaType()
        + ", "
        + (read == document.pageCount() ? "" : read + " of ")
        + document.pageCount()
        + (document.pageCount() == 1 ? " page" : " pages")
        + ", "
        + words
        + (words == 1 ? " word" : " words")
        + (scanned ? ", recognized from pictures" : "")
        + (document.truncated() ? ", cut at a limit" : "");
  }

  private void candidates(List<String> lines, Look look) {
    List<Candidate> candidates = decision.candidates();
    int width =
        candidates.stream().mapToInt(c -> Plain.width(Plain.line(c.type()))).max().orElse(0);
    width = Math.clamp(width, "(no rule fits)".length(), Math.max(14, look.width() - BAR - 16));
    lines.add(bold(Plain.padded("RULE", width) + "  CONF", look));
    int most = look.all() ? candidates.size() : Math.min(8, candidates.size());
    for (Candidate candidate : candidates.subList(0, most)) {
      lines.add(bar(Plain.line(candidate.type()), candidate.confidence(), width, look));
    }
    if (most < candidates.size()) {
      lines.add(dim((candidates.size() - most) + " more rules; --all shows them", look));
    }
    lines.add(bar("(no rule fits)", decision.none(), width, look));
  }

  /** Rules that leave something out, or take the rest. */
  private void rules(List<String> lines, Look look) {
    var told = new ArrayList<String>();
    for (UnderstoodRule rule : rules) {
      String type = Plain.line(rule.type());
      for (String exclusion : rule.exclusions()) {
        told.add(type + " leaves out: \"" + Plain.line(exclusion) + "\"");
      }
      if (rule.rest()) {
        told.add(type + " takes what no other rule takes");
      }
    }
    if (!told.isEmpty()) {
      lines.add(bold("UNDERSTOOD", look));
      told.forEach(line -> lines.add(Plain.cutEnd(line, look.width())));
      lines.add("");
    }
  }

  private static String bar(String name, double confidence, int width, Look look) {
    String bar = "█".repeat((int) Math.round(BAR * confidence));
    return (Plain.padded(Plain.cutEnd(name, width), width)
            + "  "
            + number(confidence)
            + "  "
            + (look.colour() ? shade(confidence).of(bar) : bar))
        .stripTrailing();
  }

  private void evidence(List<String> lines, Look look) {
    if (decision.evidence().isEmpty()) {
      lines.add(bold("EVIDENCE", look) + "  none; no words stood out");
      return;
    }
    lines.add(bold("EVIDENCE", look));
    for (Evidence evidence : decision.evidence()) {
      String place = "page " + evidence.page() + ", line " + line(evidence);
      String quote = "\"" + Plain.line(evidence.quote()) + "\"";
      lines.add(
          Plain.cutEnd(
              Plain.padded(place, 16) + "  " + quote + "  " + Plain.line(evidence.meaning()),
              look.width()));
    }
  }

  /** The number of the line that a quote begins in, from 1. */
  private int line(Evidence evidence) {
    String text = page(evidence.page()).text();
    return 1 + (int) text.substring(0, evidence.start()).chars().filter(c -> c == '\n').count();
  }

  private Page page(int number) {
    return document.pages().stream()
        .filter(page -> page.number() == number)
        .findFirst()
        .orElseThrow();
  }

  private void text(List<String> lines, Look look) {
    int all = document.pages().stream().mapToInt(page -> page.lines().size()).sum();
    lines.add(bold("TEXT", look));
    int shown = 0;
    for (Page page : document.pages()) {
      String[] marked = marked(page, look).split("\n", -1);
      for (int i = 0; i < page.lines().size(); i++) {
        if (!look.all() && shown == FIRST_LINES) {
          lines.add(dim((all - shown) + " more lines; --all shows them", look));
          return;
        }
        String number = "%4s  ".formatted(page.number() + "." + (i + 1));
        lines.add(
            look.colour()
                ? Colour.DIM.of(number) + marked[i]
                : Plain.cutEnd(number + Plain.line(page.lines().get(i).text()), look.width()));
        shown++;
      }
    }
    if (all == 0) {
      lines.add(dim("none could be read", look));
    }
  }

  /** A page's text, made harmless, with the quotes in colour. */
  private String marked(Page page, Look look) {
    String text = page.text();
    if (!look.colour()) {
      return text;
    }
    var colored = new boolean[text.length()];
    for (Evidence evidence : decision.evidence()) {
      if (evidence.page() == page.number()) {
        java.util.Arrays.fill(colored, evidence.start(), evidence.end(), true);
      }
    }
    var out = new StringBuilder();
    int from = 0;
    for (int line = 0; line < page.lines().size(); line++) {
      int end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
      int room = look.width() - 8;
      int at = from;
      while (at < end && room > 0) {
        int to = at;
        while (to < end && colored[to] == colored[at]) {
          to++;
        }
        String piece = Plain.cutEnd(Plain.line(text.substring(at, to)), room);
        room -= Plain.width(piece);
        out.append(colored[at] ? Colour.YELLOW.of(piece) : piece);
        at = to;
      }
      out.append('\n');
      from = end + 1;
    }
    return out.toString();
  }

  private static List<String> wrapped(String head, String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(head);
    boolean fresh = true;
    for (String word : text.split(" ", -1)) {
      if (!fresh && Plain.width(line.toString()) + 1 + Plain.width(word) > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(head.length()));
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    lines.add(line.toString());
    return lines;
  }

  private static Colour shade(double confidence) {
    return confidence >= 0.8 ? Colour.GREEN : confidence >= 0.5 ? Colour.YELLOW : Colour.RED;
  }

  private static String bold(String text, Look look) {
    return look.colour() ? Colour.BOLD.of(text) : text;
  }

  private static String dim(String text, Look look) {
    return look.colour() ? Colour.DIM.of(text) : text;
  }

  private static String number(double confidence) {
    return String.format(Locale.ROOT, "%.2f", confidence);
  }

  /** Everything, for programs. */
  Map<String, @Nullable Object> json() {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("file", file);
    json.put("type", decision.type());
    json.put("confidence", decision.confidence());
    json.put("reasoning", decision.reasoning());
    json.put("none", decision.none());
    json.put("way", decision.way());
    json.put(
        "candidates",
        decision.candidates().stream()
            .map(c -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("type", c.type());
              one.put("confidence", c.confidence());
              return one;
            })
            .toList());
    json.put(
        "rules",
        rules.stream()
            .map(rule -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("type", rule.type());
              one.put("leaves_out", rule.exclusions());
              one.put("takes_the_rest", rule.rest());
              return one;
            })
            .toList());
    json.put(
        "evidence",
        decision.evidence().stream()
            .map(e -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("page", e.page());
              one.put("line", line(e));
              one.put("start", e.start());
              one.put("end", e.end());
              one.put("quote", e.quote());
              one.put("meaning", e.meaning());
              return one;
            })
            .toList());
    json.put("media_type", document.mediaType());
    json.put("page_count", document.pageCount());
    json.put("truncated", document.truncated());
    json.put(
        "pages",
        document.pages().stream()
            .sorted(Comparator.comparingInt(Page::number))
            .map(page -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("number", page.number());
              one.put("source", page.source().name().toLowerCase(Locale.ROOT));
              one.put("text", page.text());
              return one;
            })
            .toList());
    return json;
  }
}
