package dev.taxon.bench.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns answers into figures. */
final class Measures {
  /** Share of documents that a person looks at first. */
  private static final double REVIEWED = 0.11;

  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");

  private final Metrics metrics;

  Measures(Metrics metrics) {
    this.metrics = metrics;
  }

  /** How often the likeliest type, and the answer, is right. */
  void answers(String prefix, List<Answer> answers) {
    List<Answer> typed = typed(answers);
    metrics.share(prefix + ".argmax", typed, Answer::likeliestIsRight);
    metrics.put(prefix + ".macroF1", Tally.macroF1(answers));
    metrics.share(prefix + ".answered", answers, Answer::isRight);
  }

  private static List<Answer> typed(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.document().type() != null).toList();
  }

  /** The likeliest type's share of right ones by language, format, scan and length. */
  void slices(String prefix, List<Answer> answers) {
    slice(
        prefix + ".language.",
        answers,
        a -> LANGUAGES.contains(a.document().language()) ? a.document().language() : "other");
    slice(prefix + ".format.", answers, a -> a.document().format());
    slice(prefix + ".scan.", answers, a -> a.document().scan() ? "yes" : "no");
    slice(prefix + ".words.", answers, a -> length(a.words()));
  }

  private static String length(int words) {
    return words < 100
        ? "under100"
        : words < 300 ? "100to299" : words < 1_000 ? "300to999" : "1000up";
  }

  private void slice(String prefix, List<Answer> answers, Function<Answer, String> name) {
    typed(answers).stream()
        .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()))
        .forEach((each, those) -> metrics.share(prefix + each, those, Answer::likeliestIsRight));
  }

  /**
   * "None of them" and confidence over a mix of documents.
   *
   * @param mix each document with its rule and without it, and documents that fit no rule
   */
  void none(String prefix, List<Answer> mix) {
    recognized(prefix, mix);
    List<Answer> none = none(mix);
    for (String kind : List.of("clear", "arguable")) {
      metrics.share(
          prefix + ".none.recall." + kind,
          none.stream().filter(a -> a.document().noneKind().equals(kind)).toList(),
          a -> a.given() == null);
    }
    metrics.share(prefix + ".mix.answered", mix, Answer::isRight);
    confidence(prefix + ".mix", mix);
    var types = new Confidence();
    mix.forEach(a -> types.add(a.likeliestConfidence(), a.likeliestIsRight()));
    metrics.put(prefix + ".mix.auroc.type", types.separation());
  }

  private static List<Answer> none(List<Answer> answers) {
    return answers.stream().filter(a -> a.document().type() == null).toList();
  }

  /** How often none is recognized, and rightly. */
  private void recognized(String prefix, List<Answer> answers) {
    List<Answer> given = answers.stream().filter(a -> a.given() == null).toList();
    metrics.share(prefix + ".none.recall", none(answers), a -> a.given() == null);
    metrics.share(prefix + ".none.precision", given, a -> a.document().type() == null);
  }

  /** Answers under rule sets of the size that most users have. */
  void few(String prefix, List<Answer> answers) {
    metrics.share(prefix + ".answered", answers, Answer::isRight);
    metrics.share(prefix + ".typed", typed(answers), Answer::isRight);
    recognized(prefix, answers);
    confidence(prefix, answers);
  }

  void confidence(String prefix, List<Answer> answers) {
    Confidence confidence = Confidence.of(answers);
    metrics.put(prefix + ".ece.width", confidence.errorByWidth());
    metrics.put(prefix + ".ece.mass", confidence.errorByMass());
    metrics.put(prefix + ".auroc", confidence.separation());
    metrics.put(prefix + ".caught", confidence.caught(REVIEWED));
  }

  /** Share of documents whose answer is the same under all wordings. */
  void kept(String name, List<List<Answer>> wordings) {
    Map<String, String> first = new HashMap<>();
    Map<String, Boolean> same = new TreeMap<>();
    for (List<Answer> answers : wordings) {
      for (Answer answer : answers) {
        String given = Objects.requireNonNullElse(answer.given(), "");
        String before = first.putIfAbsent(answer.document().file(), given);
        same.merge(
            answer.document().file(), before == null || before.equals(given), Boolean::logicalAnd);
      }
    }
    metrics.share(name, wordings.getFirst(), a -> same.getOrDefault(a.document().file(), false));
  }

  /** Documents behind each wrong pair, most frequent first. */
  static List<Map.Entry<String, List<String>>> confusions(List<Answer> answers) {
    Map<String, List<String>> pairs = new TreeMap<>();
    for (Answer answer : typed(answers)) {
      if (!answer.likeliestIsRight()) {
        String file = answer.document().file();
        pairs
            .computeIfAbsent(
                answer.document().type() + " as " + answer.likeliest(),
                pair -> new java.util.ArrayList<>())
            .add(file.substring(file.lastIndexOf('/') + 1).replaceAll("\\..*", ""));
      }
    }
    return pairs.entrySet().stream()
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .toList();
  }
}
