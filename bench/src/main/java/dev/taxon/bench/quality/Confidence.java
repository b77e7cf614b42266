package dev.taxon.bench.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How far confidence means what it says, over answers that are right or wrong. */
public final class Confidence {
  private static final int BINS = 10;

  private record Case(double confidence, boolean right) {}

  private final List<Case> cases = new ArrayList<>();

  /** Takes one answer in. */
  public void add(double confidence, boolean right) {
    cases.add(new Case(confidence, right));
  }

  static Confidence of(List<Answer> answers) {
    var confidence = new Confidence();
    answers.forEach(answer -> confidence.add(answer.confidence(), answer.isRight()));
    return confidence;
  }

  /**
   * Expected calibration error over {@value #BINS} bins of equal width (Naeini et al. 2015): mean
   * distance of confidence and accuracy, weighed by cases; 0 to 1.
   */
  public double errorByWidth() {
    List<List<Case>> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(new ArrayList<>());
    }
    for (Case each : cases) {
      bins.get(Math.min(BINS - 1, (int) (each.confidence() * BINS))).add(each);
    }
    return error(bins);
  }

  /** The same over {@value #BINS} bins of equally many cases (Nguyen and O'Connor 2015). */
  public double errorByMass() {
    List<Case> sorted = ascending();
    List<List<Case>> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(sorted.subList(bin * sorted.size() / BINS, (bin + 1) * sorted.size() / BINS));
    }
    return error(bins);
  }

  private double error(List<List<Case>> bins) {
    double error = 0;
    for (List<Case> bin : bins) {
      double gap = 0;
      for (Case each : bin) {
        gap += each.confidence() - (each.right() ? 1 : 0);
      }
      error += Math.abs(gap);
    }
    return error / cases.size();
  }

  /** Stable, so that equal confidences keep the order in which they came. */
  private List<Case> ascending() {
    return cases.stream().sorted(Comparator.comparingDouble(Case::confidence)).toList();
  }

  /**
   * Probability that a right answer is surer than a wrong one, equal ones counting half (area under
   * the ROC curve); NaN where all are right or all wrong.
   */
  public double separation() {
    List<Case> sorted = ascending();
    double rankSum = 0;
    double right = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size() && sorted.get(to).confidence() == sorted.get(from).confidence()) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        if (sorted.get(i).right()) {
          rankSum += rank;
          right++;
        }
      }
      from = to;
    }
    return (rankSum - right * (right + 1) / 2) / (right * (sorted.size() - right));
  }

  /** Share of all wrong answers among the least sure {@code share} of the cases; 0 to 1. */
  public double caught(double share) {
    List<Case> sorted = ascending();
    long all = sorted.stream().filter(each -> !each.right()).count();
    long seen =
        sorted.stream().limit((long) (share * sorted.size())).filter(each -> !each.right()).count();
    return all == 0 ? 1 : (double) seen / all;
  }
}
