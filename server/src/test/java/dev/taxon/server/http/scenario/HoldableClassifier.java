package dev.taxon.server.http.scenario;

import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** An engine that can be held back, to see what jobs look like meanwhile. */
final class HoldableClassifier implements Classifier {
  private final ReentrantReadWriteLock held = new ReentrantReadWriteLock();
  private final Classifier engine;

  HoldableClassifier(Classifier engine) {
    this.engine = engine;
  }

  @Override
  public Decision classify(Document document, RuleSet rules) {
    held.readLock().lock();
    try {
      return engine.classify(document, rules);
    } finally {
      held.readLock().unlock();
    }
  }

  /** Does something while nothing is decided. */
  void holdingBack(Runnable something) {
    held.writeLock().lock();
    try {
      something.run();
    } finally {
      held.writeLock().unlock();
    }
  }
}
