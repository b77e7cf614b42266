package dev.taxon.llm;

import dev.taxon.Classifier;
import dev.taxon.ClassifierKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What every classifier promises, through a real connection to a model that reads plainly. */
final class LanguageModelKitTest extends ClassifierKit {
  private static FakeModel model;
  private static Classifier classifier;

  @BeforeAll
  static void startModel() {
    model = new FakeModel(new PlainReader());
    classifier = new LanguageModelClassifier(model.endpoint(), null);
  }

  @AfterAll
  static void stopModel() {
    model.close();
  }

  @Override
  protected Classifier classifier() {
    return classifier;
  }
}
