package dev.taxon.cli.run;

import dev.taxon.Classifier;
import dev.taxon.DocumentReader;
import dev.taxon.ReadLimits;

/**
 * What answers in this process: the same parts that the service is made of.
 *
 * @param limits what reading one file may cost
 */
public record Parts(DocumentReader reader, Classifier classifier, ReadLimits limits) {}
