package dev.taxon.cli.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How often the answers are right.
 *
 * @param answers one for each labelled document, at least one
 */
record Evaluation(List<Answered> answers) {
  static final String NONE = "(none)";
  static final String ERROR = "(error)";

  Evaluation {
    answers = List.copyOf(answers);
  }

  /**
   * One type's figures.
   *
   * @param documents that are of it
   * @param answered that were said to be
   * @param right both
   */
  record OfType(String type, int documents, int answered, int right) {
    /** Share of the answers of this type that are right, 0 to 1; 1 where there are none. */
    double precision() {
      return answered == 0 ? 1 : (double) right / answered;
    }

    /** Share of the documents of this type that were found, 0 to 1; 1 where there are none. */
    double recall() {
      return documents == 0 ? 1 : (double) right / documents;
    }

    /** The harmonic mean of both. */
    double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }

  /** Documents of one type that were taken for another, with one of them. */
  record Confusion(String truth, String answer, int count, String example) {}

  /**
   * A share of the answers, the least sure ones, and what looking at them would catch.
   *
   * @param below answers less sure than this
   * @param reviewed so many
   * @param caught so many of them are wrong
   */
  record Review(double below, int reviewed, int caught) {}

  int right() {
    return (int) answers.stream().filter(Answered::isRight).count();
  }

  int failed() {
    return (int) answers.stream().filter(answer -> answer.row().isFailed()).count();
  }

  /** Share of right answers, 0 to 1; a document that cannot be read counts as wrong. */
  double accuracy() {
    return (double) right() / answers.size();
  }

  /** The mean of all types' F1, each type counting the same. */
  double macroF1() {
    return types().stream()
        .filter(type -> type.documents() > 0)
        .mapToDouble(OfType::f1)
        .average()
        .orElse(0);
  }

  /** Figures of every type that occurs, no type last. */
  List<OfType> types() {
    var names =
        new TreeSet<String>(
            Comparator.<String, Boolean>comparing(NONE::equals)
                .thenComparing(Comparator.naturalOrder()));
    for (Answered answer : answers) {
      names.add(answer.truth());
      if (!answer.row().isFailed()) {
        names.add(answer.answer());
      }
    }
    return names.stream()
        .map(name ->
            new OfType(
                name,
                (int) answers.stream().filter(a -> a.truth().equals(name)).count(),
                (int) answers.stream().filter(a -> a.answer().equals(name)).count(),
                (int) answers.stream().filter(a -> a.truth().equals(name) && a.isRight()).count()))
        .toList();
  }

  /** What is taken for what, most often first. */
  List<Confusion> confusions() {
    Map<List<String>, Confusion> pairs = new LinkedHashMap<>();
    for (Answered answer : answers) {
      if (!answer.isRight()) {
        pairs.merge(
            List.of(answer.truth(), answer.answer()),
            new Confusion(answer.truth(), answer.answer(), 1, answer.label().name()),
            (a, b) -> new Confusion(a.truth(), a.answer(), a.count() + 1, a.example()));
      }
    }
    return pairs.values().stream()
        .sorted(Comparator.comparingInt(Confusion::count).reversed())
        .toList();
  }

  /** Answers that are wrong, without documents that could not be read: those need no finding. */
  private int mistakes() {
    return answers.size() - right() - failed();
  }

  /** Every threshold worth naming: just above each answer's confidence, from the least up. */
  private List<Review> reviews() {
    List<Answered> bySureness =
        answers.stream()
            .filter(answer -> !answer.row().isFailed())
            .sorted(Comparator.comparingDouble(Evaluation::confidence))
            .toList();
    var reviews = new ArrayList<Review>();
    int caught = 0;
    for (int i = 0; i < bySureness.size(); i++) {
      caught += bySureness.get(i).isRight() ? 0 : 1;
      boolean last = i + 1 == bySureness.size();
      double here = confidence(bySureness.get(i));
      if (last || confidence(bySureness.get(i + 1)) > here) {
        double above = last ? Math.nextUp(here) : (here + confidence(bySureness.get(i + 1))) / 2;
        reviews.add(new Review(above, i + 1, caught));
      }
    }
    return reviews;
  }

  private static double confidence(Answered answer) {
    Double confidence = answer.row().confidence();
    return confidence == null ? 0 : confidence;
  }

  /**
   * The review that pays best: the largest lead of the share of errors caught over the share of
   * answers looked at (Youden's index). Empty when nothing is wrong or no threshold helps.
   */
  java.util.Optional<Review> bestReview() {
    int mistakes = mistakes();
    int all = answers.size() - failed();
    return reviews().stream()
        .filter(review -> mistakes > 0 && lead(review, mistakes, all) > 0)
        .max(Comparator.comparingDouble(review -> lead(review, mistakes, all)));
  }

  private static double lead(Review review, int mistakes, int all) {
    return (double) review.caught() / mistakes - (double) review.reviewed() / all;
  }

  /** The smallest review that catches that share of the errors. */
  java.util.Optional<Review> reviewFor(double share) {
    int mistakes = mistakes();
    return mistakes == 0
        ? java.util.Optional.empty()
        : reviews().stream().filter(r -> r.caught() >= share * mistakes).findFirst();
  }

  /** {@code Review 8 % (…) to catch 43 % of the errors (…).}. */
  String sentence(Review review) {
    int all = answers.size() - failed();
    return "review %d %% (the %d of %d answers below %.2f) to catch %d %% of the errors (%d of %d)"
        .formatted(
            Math.round(100.0 * review.reviewed() / all),
            review.reviewed(),
            all,
            review.below(),
            Math.round(100.0 * review.caught() / mistakes()),
            review.caught(),
            mistakes());
  }
}
