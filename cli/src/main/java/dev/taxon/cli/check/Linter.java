package dev.taxon.cli.check;

import dev.taxon.RuleSet;
import dev.taxon.cli.check.Finding.Kind;
import dev.taxon.cli.check.Finding.Weight;
import dev.taxon.cli.rules.PlacedRule;
import dev.taxon.engine.UnderstoodRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what will not work about rules, by their words alone. */
final class Linter {
  /** A description with fewer words that say something says too little. */
  private static final int FEW = 3;

  /** From this share of the shorter description on, two rules ask for the same. */
  private static final double SAME = 0.7;

  private static final int SHOWN = 6;

  private static final Set<String> NULL_TYPES = Set.of("null", "none", "nil", "n/a", "undefined");

  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?i)^\\s*(if|when|classify|choose|select|pick|return|answer|use this|assign|label|please)"
              + "\\b");

  /** What text cannot show; each alternative is what the finding repeats. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "(?i)\\b(hand-?written|colou?r(ed|ful)?|watermark(ed)?|blurry|file ?names?|file size"
              + "|mega ?bytes?|created (before|after)|looks? like|photo(graph)?s? of|drawing of"
              + "|blue|red|green|yellow|logo)\\b");

  /** Pairs that no one document is at once. */
  private static final String[][] OPPOSITES = {
    {"paid", "unpaid"},
    {"signed", "unsigned"},
    {"incoming", "outgoing"},
    {"approved", "rejected"},
    {"accepted", "rejected"},
    {"public", "confidential"},
    {"domestic", "foreign"},
    {"hire", "dismissal"},
    {"printed", "handwritten"}
  };

  private final List<PlacedRule> rules;
  private final List<RuleWords> words;
  private final List<Finding> findings = new ArrayList<>();

  private Linter(List<PlacedRule> rules) {
    this.rules = rules;
    this.words = rules.stream().map(RuleWords::of).toList();
  }

  /** All findings, rule by rule. */
  static List<Finding> check(List<PlacedRule> rules) {
    var linter = new Linter(rules);
    for (int i = 0; i < rules.size(); i++) {
      linter.name(rules.get(i));
      linter.alone(rules.get(i), linter.words.get(i));
      for (int j = 0; j < i; j++) {
        linter.pair(i, j);
      }
    }
    if (rules.size() == 1) {
      linter.add(
          rules.getFirst().typeAt(),
          Weight.NOTE,
          Kind.NAME,
          "this is the only rule; it can be met or not, and the look-alikes that it has no rule for"
              + " may meet it too");
    }
    return linter.findings;
  }

  private void name(PlacedRule placed) {
    String type = placed.rule().type();
    if (NULL_TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      add(
          placed.typeAt(),
          Weight.WARNING,
          Kind.NAME,
          "the type '" + type + "' reads like no type at all; programs cannot tell the two apart");
    } else if (!type.equals(type.strip()) || type.contains("  ")) {
      add(
          placed.typeAt(),
          Weight.WARNING,
          Kind.NAME,
          "the type '" + type + "' has spaces that nobody sees; answers repeat them");
    }
  }

  private void alone(PlacedRule placed, RuleWords own) {
    String description = placed.rule().description();
    String at = placed.descriptionAt();
    boolean isRest =
        !NULL_TYPES.contains(placed.rule().type().toLowerCase(Locale.ROOT))
            && UnderstoodRule.of(new RuleSet(List.of(placed.rule()))).getFirst().rest();
    if (isRest) {
      add(
          at,
          Weight.WARNING,
          Kind.UNMATCHABLE,
          "a rule for everything else takes whatever fits no other rule; leave it out, and such a"
              + " file is answered with no type");
      return;
    }
    if (own.said().isEmpty()) {
      add(
          at,
          Weight.WARNING,
          Kind.UNMATCHABLE,
          own.denied().isEmpty()
              ? "no word of this description says anything of a document, so nothing can meet it"
              : "this description says only what is not there; say what such a document has");
    } else {
      brief(placed, own);
    }
    contradiction(placed, own);
    if (INSTRUCTION.matcher(description).find()) {
      add(
          at,
          Weight.NOTE,
          Kind.INSTRUCTION,
          "this is an instruction; say what such a document is or has, as if to a colleague");
    }
    var unseen = UNSEEN.matcher(description);
    if (unseen.find()) {
      add(
          at,
          Weight.NOTE,
          Kind.UNMATCHABLE,
          "'"
              + unseen.group()
              + "' cannot be read off a text; the rule is judged by its other words");
    }
  }

  private void brief(PlacedRule placed, RuleWords own) {
    long more = own.said().stream().filter(word -> !own.type().contains(word)).count();
    if (more == 0) {
      add(
          placed.descriptionAt(),
          Weight.WARNING,
          Kind.TOO_SHORT,
          "this description only repeats the type; name words that stand on such a document");
    } else if (own.said().size() < FEW) {
      add(
          placed.descriptionAt(),
          Weight.WARNING,
          Kind.TOO_SHORT,
          "this description has "
              + own.said().size()
              + (own.said().size() == 1 ? " word" : " words")
              + " that say something; name what stands on such a document and on no other");
    }
  }

  private void contradiction(PlacedRule placed, RuleWords own) {
    List<String> both =
        own.denied().stream()
            .filter(word -> own.said().contains(word) || own.type().contains(word))
            .toList();
    if (!both.isEmpty()) {
      String word = both.getFirst();
      add(
          placed.descriptionAt(),
          Weight.WARNING,
          Kind.CONTRADICTION,
          own.type().contains(word) && !own.said().contains(word)
              ? "the description denies '" + word + "', which the type asks for"
              : "the description both asks for '" + word + "' and denies it");
    }
    for (String[] pair : OPPOSITES) {
      if (own.said().contains(pair[0]) && own.said().contains(pair[1])) {
        add(
            placed.descriptionAt(),
            Weight.WARNING,
            Kind.CONTRADICTION,
            "no document is '" + pair[0] + "' and '" + pair[1] + "' at once");
      }
    }
  }

  private void pair(int later, int earlier) {
    PlacedRule placed = rules.get(later);
    PlacedRule other = rules.get(earlier);
    String type = placed.rule().type();
    String otherType = other.rule().type();
    String there = " (" + other.typeAt().replaceFirst("^.*?(\\d+):\\d+$", "line $1") + ")";
    boolean sameText = plain(placed.rule().description()).equals(plain(other.rule().description()));
    if (type.equals(otherType)) {
      add(
          placed.typeAt(),
          sameText ? Weight.WARNING : Weight.NOTE,
          Kind.DUPLICATE,
          sameText
              ? "this rule stands there already" + there
              : "'" + type + "' has a rule already" + there + "; either of them will do for it");
      return;
    }
    if (plain(type).equals(plain(otherType))) {
      add(
          placed.typeAt(),
          Weight.WARNING,
          Kind.DUPLICATE,
          "'"
              + type
              + "' and '"
              + otherType
              + "'"
              + there
              + " differ only in how they are written; documents will be split between them");
    }
    if (sameText) {
      add(
          placed.descriptionAt(),
          Weight.WARNING,
          Kind.OVERLAP,
          "'"
              + type
              + "' and '"
              + otherType
              + "'"
              + there
              + " have the same description; nothing can tell them apart");
      return;
    }
    overlap(placed, words.get(later), other, words.get(earlier), there);
  }

  private void overlap(
      PlacedRule placed, RuleWords own, PlacedRule other, RuleWords others, String there) {
    List<String> shared = own.shared(others);
    int smaller = Math.min(own.said().size(), others.said().size());
    if (smaller < FEW || shared.size() < SAME * smaller) {
      return;
    }
    boolean all = shared.size() == smaller;
    PlacedRule narrow = own.said().size() <= others.said().size() ? placed : other;
    add(
        placed.descriptionAt(),
        Weight.WARNING,
        Kind.OVERLAP,
        (all
                ? "all that '"
                    + narrow.rule().type()
                    + "' asks for, '"
                    + (narrow.equals(placed) ? other : placed).rule().type()
                    + "' asks for too"
                : "'"
                    + placed.rule().type()
                    + "' and '"
                    + other.rule().type()
                    + "' ask for the same")
            + there
            + ": "
            + String.join(", ", shared.subList(0, Math.min(SHOWN, shared.size())))
            + "; say what tells them apart");
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", " ").strip();
  }

  private void add(String place, Weight weight, Kind kind, String what) {
    findings.add(new Finding(place, weight, kind, what));
  }
}
