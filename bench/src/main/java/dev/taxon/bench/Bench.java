package dev.taxon.bench;

import dev.taxon.bench.library.EngineAlone;
import dev.taxon.bench.library.EngineSpeed;
import dev.taxon.bench.library.PdfSpeed;
import dev.taxon.bench.library.Ways;
import dev.taxon.bench.service.JobSpeed;
import dev.taxon.bench.service.Memory;
import dev.taxon.bench.service.Program;
import dev.taxon.bench.service.RequestTime;
import dev.taxon.bench.service.ResultsSpeed;
import dev.taxon.bench.service.ShellTime;
import dev.taxon.bench.service.StartTime;
import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;
import dev.taxon.engine.Way;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures speed and memory and prints a Markdown table: {@code speed PROGRAM [SECTION…]}, where
 * PROGRAM is the {@code bin/taxon} to measure and no section means all of them.
 */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || !arguments[0].equals("speed")) {
      System.err.println("usage: speed PROGRAM [SECTION…]");
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("taxon-bench-");
    int failed = 0;
    try {
      Map<String, Section> sections = sections(Path.of(arguments[1]), folder);
      List<String> wanted = List.of(arguments).subList(2, arguments.length);
      for (String name : wanted) {
        if (!sections.containsKey(name)) {
          System.err.printf("no section %s; there are %s%n", name, sections.keySet());
          System.exit(2);
        }
      }
      if (!wanted.isEmpty()) {
        sections.keySet().retainAll(wanted);
      }
      failed = measure(sections);
    } finally {
      if (failed == 0) {
        delete(folder);
      }
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  private static Map<String, Section> sections(Path executable, Path folder) {
    Program program = new Program(executable.toAbsolutePath(), Map.of());
    Map<String, Section> sections = new LinkedHashMap<>();
    sections.put("start", new StartTime(program, folder, 7));
    sections.put("memory", new Memory(program, folder));
    sections.put("shell", new ShellTime(program, folder, 11));
    sections.put("requests", new RequestTime(program, folder, 100));
    sections.put("jobs", new JobSpeed(program, folder, 3));
    sections.put("results", new ResultsSpeed(program, folder, 5));
    sections.put("pdf", new PdfSpeed(new FileReader(ReaderSettings.DEFAULT), folder, 7));
    sections.put(
        "engine",
        new EngineSpeed(new KnowingClassifier(() -> Knowledge.shipped(new SentenceEncoder(0))), 7));
    sections.put("alone", new EngineAlone(3));
    Supplier<Knowledge> knowledge = () -> Knowledge.shipped(new SentenceEncoder(0));
    sections.put(
        "ways",
        new Ways(
            new KnowingClassifier(knowledge, Way.AUTO),
            new KnowingClassifier(knowledge, Way.FULL)));
    return sections;
  }

  /** Runs them all, and answers how many failed. */
  private static int measure(Map<String, Section> sections) {
    System.out.println(Machine.description());
    printLoad("before");
    System.out.println();
    System.out.println("| measure | value | budget | verdict | how |");
    System.out.println("|---|---:|---:|---|---|");
    Map<String, Exception> failures = new LinkedHashMap<>();
    sections.forEach((name, section) -> {
      try {
        section.measure(row -> System.out.println(row.markdown()));
      } catch (Exception failure) {
        failures.put(name, failure);
      }
    });
    System.out.println();
    printLoad("after");
    failures.forEach((name, failure) -> System.out.printf("%s failed: %s%n", name, failure));
    return failures.size();
  }

  private static void printLoad(String when) {
    System.out.printf(Locale.ROOT, "load %s: %.2f%n", when, Machine.load());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
