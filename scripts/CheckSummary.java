import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Says how the tests of a build went, from the reports below the folder given: a line a module,
 * what failed, what was skipped and why, and last the totals alone on a line. Run by {@code ./dev check}.
 */
final class CheckSummary {
  private int passed;
  private double seconds;
  private final List<String> failed = new ArrayList<>();
  private final TreeMap<String, List<String>> skippedByReason = new TreeMap<>();

  private CheckSummary() {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    CheckSummary total = new CheckSummary();
    System.out.println();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.sorted().toList()) {
        Path reports = module.resolve("target/surefire-reports");
        if (Files.isDirectory(reports)) {
          CheckSummary one = new CheckSummary();
          one.readAll(reports);
          System.out.printf("%-8s %s  (%.0f s)%n", module.getFileName(), one.counts(), one.seconds);
          total.add(one);
        }
      }
    }
    total.skippedByReason.forEach(
        (reason, tests) -> {
          System.out.printf("skipped, because %s%n", reason);
          tests.forEach(test -> System.out.println("    " + test));
        });
    total.failed.forEach(failure -> System.out.println("failed: " + failure));
    System.out.println();
    System.out.println(total.counts());
  }

  private void readAll(Path reports) throws Exception {
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.filter(CheckSummary::isReport).sorted().toList()) {
        read(file);
      }
    }
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("TEST-") && name.endsWith(".xml");
  }

  private void read(Path file) throws Exception {
    Element suite;
    try (InputStream in = Files.newInputStream(file)) {
      suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    }
    seconds += Double.parseDouble(suite.getAttribute("time").replace(",", ""));
    var cases = suite.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      String simple = test.getAttribute("classname").replaceFirst(".*\\.", "");
      String name = test.getAttribute("name").isEmpty() ? simple : simple + "." + test.getAttribute("name");
      Element skip = child(test, "skipped");
      Element problem = child(test, "failure") != null ? child(test, "failure") : child(test, "error");
      if (problem != null) {
        failed.add(name + ": " + message(problem));
      } else if (skip != null) {
        skippedByReason.computeIfAbsent(reason(skip), _ -> new ArrayList<>()).add(name);
      } else {
        passed++;
      }
    }
  }

  private static Element child(Element parent, String name) {
    return (Element) parent.getElementsByTagName(name).item(0);
  }

  private static String reason(Element skip) {
    String said = message(skip).replaceFirst("^Assumption failed: ", "");
    return said.isEmpty() ? "of a reason that the test does not give" : said;
  }

  /** What an outcome says in one line: its message, else the first line of its stack trace. */
  private static String message(Element outcome) {
    String message = outcome.getAttribute("message");
    String text = message.isBlank() ? outcome.getTextContent() : message;
    return text.strip().lines().findFirst().orElse("").replaceFirst("^[\\w.$]+Exception: ", "");
  }

  private void add(CheckSummary other) {
    passed += other.passed;
    failed.addAll(other.failed);
    other.skippedByReason.forEach(
        (reason, tests) -> skippedByReason.computeIfAbsent(reason, _ -> new ArrayList<>()).addAll(tests));
  }

  private String counts() {
    int skipped = skippedByReason.values().stream().mapToInt(List::size).sum();
    return "%d passed, %d failed, %d skipped".formatted(passed, failed.size(), skipped);
  }
}
