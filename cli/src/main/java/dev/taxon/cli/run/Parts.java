package dev.taxon.cli.run;

import dev.taxon.Classifier;
import dev.taxon.DocumentReader;
import dev.taxon.ReadLimits;
import java.util.List;

/**
 * What answers in this process: the same parts that the service is made of.
 *
 * @param limits what reading one file may cost
 * @param engine what a summary calls the classifier
 * @param marks what tells their answers from those of other parts, for rows that are taken over
 */
public record Parts(
    DocumentReader reader,
    Classifier classifier,
    ReadLimits limits,
    String engine,
    List<String> marks) {
  public Parts {
    marks = List.copyOf(marks);
  }

  /** With the built-in engine as it comes. */
  public Parts(DocumentReader reader, Classifier classifier, ReadLimits limits) {
    this(reader, classifier, limits, "builtin", List.of());
  }
}
