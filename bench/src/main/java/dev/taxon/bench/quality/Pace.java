package dev.taxon.bench.quality;

import com.sun.management.OperatingSystemMXBean;
import dev.taxon.Classifier;
import dev.taxon.Document;
import dev.taxon.RuleSet;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How many read documents are decided in a second of processor time, nothing remembered. */
final class Pace {
  private static final int SAMPLE = 60;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Classifier classifier;

  Pace(Classifier classifier) {
    this.classifier = classifier;
  }

  /** Of documents spread over the first set, under its first wording; once to warm up. */
  double measure(Corpus corpus) {
    RuleSet rules = corpus.sets().getFirst().wordings().getFirst().rules();
    List<Document> all = new ArrayList<>(corpus.documents().values());
    int step = Math.max(1, all.size() / SAMPLE);
    List<Document> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      some.add(all.get(i));
    }
    some.forEach(document -> classifier.classify(document, rules));
    long began = SYSTEM.getProcessCpuTime();
    some.forEach(document -> classifier.classify(document, rules));
    return some.size() / ((SYSTEM.getProcessCpuTime() - began) / 1e9);
  }
}
