package dev.taxon.engine;

import dev.taxon.Classifier;
import dev.taxon.ClassifierKit;

class LexicalClassifierTest extends ClassifierKit {
  @Override
  protected Classifier classifier() {
    return new LexicalClassifier();
  }
}
