package dev.taxon.cli.eval;

import dev.taxon.cli.console.Colour;
import dev.taxon.cli.eval.Evaluation.OfType;
import dev.taxon.cli.rows.Plain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation in words.
 *
 * @param width of a line, in characters
 * @param all whether every confusion and every wrong answer is listed
 */
record Report(int width, boolean colour, boolean all) {
  private static final int SOME = 10;

  List<String> lines(Evaluation evaluation) {
    var lines = new ArrayList<String>();
    int count = evaluation.answers().size();
    lines.add(
        bold("accuracy " + share(evaluation.accuracy()))
            + "  "
            + evaluation.right()
            + " of "
            + count
            + (count == 1 ? " document" : " documents")
            + " right"
            + (evaluation.failed() == 0 ? "" : ", " + evaluation.failed() + " could not be read")
            + "  macro F1 "
            + share(evaluation.macroF1()));
    lines.add("");
    types(lines, evaluation);
    confusions(lines, evaluation);
    review(lines, evaluation);
    wrong(lines, evaluation);
    return lines;
  }

  private void types(List<String> lines, Evaluation evaluation) {
    List<OfType> types = evaluation.types();
    int wide = widest(types.stream().map(OfType::type).toList(), width - 40);
    lines.add(bold(Plain.padded("TYPE", wide) + "  DOCUMENTS  PRECISION  RECALL     F1"));
    for (OfType type : types) {
      lines.add(
          "%s  %9d  %9s  %6s  %5s"
              .formatted(
                  cell(type.type(), wide),
                  type.documents(),
                  type.answered() == 0 ? "–" : share(type.precision()),
                  type.documents() == 0 ? "–" : share(type.recall()),
                  shaded(type)));
    }
  }

  private String shaded(OfType type) {
    String text = "%5s".formatted(share(type.f1()));
    if (!colour) {
      return text;
    }
    return (type.f1() >= 0.8 ? Colour.GREEN : type.f1() >= 0.5 ? Colour.YELLOW : Colour.RED)
        .of(text);
  }

  private void confusions(List<String> lines, Evaluation evaluation) {
    List<Evaluation.Confusion> confusions = evaluation.confusions();
    if (confusions.isEmpty()) {
      return;
    }
    lines.add("");
    int truth = widest(confusions.stream().map(Evaluation.Confusion::truth).toList(), width / 4);
    int answer = widest(confusions.stream().map(Evaluation.Confusion::answer).toList(), width / 4);
    lines.add(
        bold(
            Plain.padded("IS", truth)
                + "  "
                + Plain.padded("TAKEN FOR", Math.max(9, answer))
                + "  TIMES  SUCH AS"));
    int most = all ? confusions.size() : Math.min(SOME, confusions.size());
    for (Evaluation.Confusion one : confusions.subList(0, most)) {
      String head =
          cell(one.truth(), truth)
              + "  "
              + Plain.padded(cell(one.answer(), answer), Math.max(9, answer))
              + "  %5d  ".formatted(one.count());
      lines.add(
          head
              + Plain.cutMiddle(
                  Plain.line(one.example()), Math.max(10, width - Plain.width(head))));
    }
    more(lines, confusions.size() - most, "pairs");
  }

  private void review(List<String> lines, Evaluation evaluation) {
    Optional<Evaluation.Review> best = evaluation.bestReview();
    if (best.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(bold("REVIEW") + "  " + evaluation.sentence(best.get()));
    for (double share : new double[] {0.5, 0.8, 0.95}) {
      evaluation
          .reviewFor(share)
          .filter(review -> !review.equals(best.get()))
          .map(evaluation::sentence)
          .filter(sentence -> !lines.getLast().endsWith(sentence))
          .ifPresent(sentence -> lines.add("        " + sentence));
    }
  }

  private void wrong(List<String> lines, Evaluation evaluation) {
    List<Answered> wrong =
        evaluation.answers().stream().filter(answer -> !answer.isRight()).toList();
    if (wrong.isEmpty() || !all) {
      return;
    }
    lines.add("");
    lines.add(bold("WRONG"));
    for (Answered answer : wrong) {
      lines.add("  " + told(answer, answer.truth() + " → " + answer.answer()));
    }
  }

  /** The difference between two sets of rules. */
  List<String> lines(Comparison comparison, String before, String after) {
    var lines = new ArrayList<String>();
    Evaluation old = comparison.before();
    Evaluation now = comparison.after();
    lines.add(
        bold(before + " → " + after)
            + "  accuracy "
            + share(old.accuracy())
            + " → "
            + share(now.accuracy())
            + " (%+.1f points)".formatted(100 * (now.accuracy() - old.accuracy())));
    int fixed = comparison.fixed().size();
    int broken = comparison.broken().size();
    lines.add(
        fixed
            + " fixed, "
            + broken
            + " broken"
            + (fixed + broken == 0
                ? ": the same documents are right"
                : comparison.chance() < 0.05
                    ? "; chance alone does this in %.1f %% of cases"
                        .formatted(100 * comparison.chance())
                    : "; this may well be chance (%.0f %%)".formatted(100 * comparison.chance())));
    typeChanges(lines, old, now);
    list(lines, "FIXED", comparison.fixed(), Colour.GREEN);
    list(lines, "BROKEN", comparison.broken(), Colour.RED);
    return lines;
  }

  private void typeChanges(List<String> lines, Evaluation old, Evaluation now) {
    Map<String, OfType> before = byName(old);
    List<OfType> changed =
        now.types().stream()
            .filter(type -> {
              OfType was = before.get(type.type());
              return was == null || Math.abs(was.f1() - type.f1()) > 1e-9;
            })
            .toList();
    if (changed.isEmpty()) {
      return;
    }
    lines.add("");
    int wide = widest(changed.stream().map(OfType::type).toList(), width - 50);
    lines.add(bold(Plain.padded("TYPE", wide) + "  PRECISION      RECALL         F1"));
    for (OfType type : changed) {
      OfType was = before.get(type.type());
      Function<Function<OfType, Double>, String> both =
          figure ->
              Plain.padded(
                  (was == null ? "–" : share(figure.apply(was)))
                      + " → "
                      + share(figure.apply(type)),
                  13);
      lines.add(
          (cell(type.type(), wide)
                  + "  "
                  + both.apply(OfType::precision)
                  + "  "
                  + both.apply(OfType::recall)
                  + "  "
                  + both.apply(OfType::f1))
              .stripTrailing());
    }
  }

  private static Map<String, OfType> byName(Evaluation evaluation) {
    var byName = new LinkedHashMap<String, OfType>();
    evaluation.types().forEach(type -> byName.put(type.type(), type));
    return byName;
  }

  private void list(
      List<String> lines, String title, List<Comparison.Change> changes, Colour shade) {
    if (changes.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(colour ? shade.of(title) : title);
    int most = all ? changes.size() : Math.min(SOME, changes.size());
    for (Comparison.Change change : changes.subList(0, most)) {
      lines.add(
          "  " + told(change.after(), change.before().answer() + " → " + change.after().answer()));
    }
    more(lines, changes.size() - most, "documents");
  }

  private String told(Answered answer, String what) {
    Double confidence = answer.row().confidence();
    String tail =
        "  "
            + Plain.line(what)
            + (confidence == null ? "" : "  " + String.format(Locale.ROOT, "%.2f", confidence));
    return Plain.cutMiddle(
            Plain.line(answer.label().name()), Math.max(10, width - 2 - Plain.width(tail)))
        + tail;
  }

  private void more(List<String> lines, int left, String what) {
    if (left > 0) {
      lines.add(left + " more " + what + "; --all lists them");
    }
  }

  private static int widest(List<String> cells, int most) {
    int wide = cells.stream().mapToInt(cell -> Plain.width(Plain.line(cell))).max().orElse(0);
    return Math.max(4, Math.min(wide, Math.max(10, most)));
  }

  private static String cell(String text, int wide) {
    return Plain.padded(Plain.cutEnd(Plain.line(text), wide), wide);
  }

  private String bold(String text) {
    return colour ? Colour.BOLD.of(text) : text;
  }

  /** {@code 0.925}, rounded down at the end so that 1.000 means all. */
  private static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", Math.floor(share * 1000 + 1e-6) / 1000);
  }

  /** Everything, for programs. */
  static Map<String, @Nullable Object> json(Evaluation evaluation) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("documents", evaluation.answers().size());
    json.put("right", evaluation.right());
    json.put("failed", evaluation.failed());
    json.put("accuracy", evaluation.accuracy());
    json.put("macro_f1", evaluation.macroF1());
    json.put("types", evaluation.types().stream().map(Report::json).toList());
    json.put(
        "confusions",
        evaluation.confusions().stream()
            .map(one -> {
              var pair = new LinkedHashMap<String, Object>();
              pair.put("truth", one.truth());
              pair.put("answer", one.answer());
              pair.put("count", one.count());
              return pair;
            })
            .toList());
    json.put(
        "review",
        evaluation
            .bestReview()
            .map(review -> {
              var best = new LinkedHashMap<String, Object>();
              best.put("below", review.below());
              best.put("reviewed", review.reviewed());
              best.put("caught", review.caught());
              return best;
            })
            .orElse(null));
    json.put(
        "answers",
        evaluation.answers().stream()
            .map(answer -> {
              var one = new LinkedHashMap<String, @Nullable Object>();
              one.put("file", answer.label().name());
              one.put("truth", answer.label().type());
              one.put("type", answer.row().type());
              one.put("confidence", answer.row().confidence());
              one.put("error", answer.row().error());
              return one;
            })
            .toList());
    return json;
  }

  private static Map<String, Object> json(OfType type) {
    var one = new LinkedHashMap<String, Object>();
    one.put("type", type.type());
    one.put("documents", type.documents());
    one.put("answered", type.answered());
    one.put("right", type.right());
    one.put("precision", type.precision());
    one.put("recall", type.recall());
    one.put("f1", type.f1());
    return one;
  }
}
