package dev.taxon.distil;

import dev.taxon.Classifier;
import dev.taxon.ClassifierKit;
import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;

/** The engine with its encoder keeps what every classifier promises. */
class FullEngineTest extends ClassifierKit {
  private static final Classifier CLASSIFIER =
      new KnowingClassifier(() -> Knowledge.shipped(new SentenceEncoder(10_000)));

  @Override
  protected Classifier classifier() {
    return CLASSIFIER;
  }
}
