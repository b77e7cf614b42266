package dev.taxon.bench.library;

import dev.taxon.Document;
import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.bench.TestDocuments;
import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;
import dev.taxon.engine.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The engine alone in a process of its own: prints what its knowledge takes of the heap (MB), how
 * long a first document takes once the rules are ready (ms), how long it takes to make 40 rules
 * ready in a warm process (ms), and what the process takes of memory with the encoder (MB).
 */
public final class FreshEngine {
  /** The argument that asks for the last of them, which takes a process of its own. */
  static final String ENCODER = "encoder";

  private static final int LINES = 18;
  private static final int DOCUMENTS = 300;
  private static final int SETS = 15;
  private static final int RULES = 40;
  private static final Document EMPTY = Document.of("");

  private FreshEngine() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println(List.of(arguments).contains(ENCODER) ? withEncoder() : withoutEncoder());
  }

  private static String withoutEncoder() {
    long before = heap();
    Knowledge knowledge = Knowledge.shipped(null);
    var engine = new KnowingClassifier(() -> knowledge, Way.FAST);
    double megabytes = (heap() - before) / 1e6;
    engine.prepare();
    engine.classify(EMPTY, TestDocuments.rules());
    double first = milliseconds(engine, document(0), TestDocuments.rules());
    for (int i = 0; i < DOCUMENTS; i++) {
      engine.classify(document(i), TestDocuments.rules());
    }
    double compile = 0;
    for (int set = 0; set < SETS; set++) {
      compile = milliseconds(engine, EMPTY, rules(set));
    }
    return String.format(Locale.ROOT, "%.2f %.2f %.2f", megabytes, first, compile);
  }

  private static double withEncoder() throws IOException {
    var engine = new KnowingClassifier(() -> Knowledge.shipped(new SentenceEncoder(0)), Way.FULL);
    engine.classify(document(0), TestDocuments.rules());
    System.gc();
    return residentMegabytes();
  }

  private static Document document(long seed) {
    return Document.of(TestDocuments.plain(seed, LINES).toArray(String[]::new));
  }

  /** Rules of eight kinds, told apart by a number, so that no set was ever seen before. */
  private static RuleSet rules(int set) {
    List<Rule> some = TestDocuments.rules().rules();
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      Rule rule = some.get(i % some.size());
      rules.add(new Rule(rule.type() + "_" + set + "_" + i, rule.description() + " of part " + i));
    }
    return new RuleSet(rules);
  }

  private static double milliseconds(KnowingClassifier engine, Document document, RuleSet rules) {
    long began = System.nanoTime();
    engine.classify(document, rules);
    return (System.nanoTime() - began) / 1e6;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double residentMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
      }
    }
    throw new IOException("this system does not tell what memory is resident");
  }
}
