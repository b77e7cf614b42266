package dev.taxon.server.http.scenario;

import dev.taxon.Classifier;
import dev.taxon.Decision;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;

/** An engine that can be held back, to see what jobs look like meanwhile. */
final class HoldableClassifier implements Classifier {
  private final ReentrantReadWriteLock held = new ReentrantReadWriteLock();
  private final Classifier engine;
  private volatile Predicate<Document> isHeld = document -> true;

  HoldableClassifier(Classifier engine) {
    this.engine = engine;
  }

  @Override
  public Decision classify(Document document, RuleSet rules) {
    if (!isHeld.test(document)) {
      return engine.classify(document, rules);
    }
    held.readLock().lock();
    try {
      return engine.classify(document, rules);
    } finally {
      held.readLock().unlock();
    }
  }

  /** Does something while nothing is decided. */
  void holdingBack(Runnable something) {
    holdingBack(document -> true, something);
  }

  /** Does something while some documents are not decided. */
  void holdingBack(Predicate<Document> some, Runnable something) {
    held.writeLock().lock();
    isHeld = some;
    try {
      something.run();
    } finally {
      isHeld = document -> true;
      held.writeLock().unlock();
    }
  }
}
