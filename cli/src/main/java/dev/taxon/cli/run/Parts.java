package dev.taxon.cli.run;

import dev.taxon.Classifier;
import dev.taxon.DocumentReader;
import dev.taxon.ReadLimits;

/**
 * What answers in this process: the same parts that the service is made of.
 *
 * @param limits what reading one file may cost
 * @param engine what a summary calls the classifier
 */
public record Parts(
    DocumentReader reader, Classifier classifier, ReadLimits limits, String engine) {
  /** With the built-in engine. */
  public Parts(DocumentReader reader, Classifier classifier, ReadLimits limits) {
    this(reader, classifier, limits, "builtin");
  }
}
