package dev.taxon.bench.golden;

import dev.taxon.Decision;
import dev.taxon.encoder.SentenceEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides all golden cases here and tells how the answers compare with the golden file of another
 * processor: an answer may be another one only where its note says how close the former one is.
 */
final class Elsewhere {
  private static final int EVERY = 50;

  private Elsewhere() {}

  /** {@code COLLECTION FILE KEPT}; exits with 1 where an answer moved and its note does not say. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("usage: COLLECTION FILE KEPT");
      System.exit(2);
    }
    Golden golden = Golden.read(Path.of(arguments[1]));
    try (var encoder = new SentenceEncoder(0)) {
      var cases = new Cases(Path.of(arguments[0]), Path.of(arguments[2]), encoder);
      List<Case> all = cases.all();
      List<Decision> decisions =
          IntStream.range(0, all.size())
              .mapToObj(i -> {
                if (i % EVERY == 0) {
                  System.err.printf("%d of %d decided%n", i, all.size());
                }
                return cases.decide(all.get(i));
              })
              .toList();
      System.exit(tell(golden, all, decisions, System.out));
    }
  }

  /** Returns the exit status. */
  static int tell(Golden golden, List<Case> cases, List<Decision> decisions, PrintStream out) {
    List<String> names = golden.answers().stream().map(Answered::name).toList();
    if (!cases.stream().map(Case::name).toList().equals(names)) {
      out.println("the golden file is about other cases; ./dev golden writes it anew");
      return 1;
    }
    long same =
        IntStream.range(0, cases.size())
            .filter(i ->
                Answered.of(cases.get(i).name(), decisions.get(i)).equals(golden.answers().get(i)))
            .count();
    List<Moved> moved = Moved.between(golden, decisions);
    double farthest =
        IntStream.range(0, cases.size())
            .mapToDouble(i ->
                Math.abs(
                    decisions.get(i).confidence()
                        - Double.parseDouble(golden.answers().get(i).confidence())))
            .max()
            .orElse(0);
    out.printf("%d answers, decided before on %s%n", cases.size(), golden.processor());
    out.printf("%d the same to the byte, %d with another type%n", same, moved.size());
    out.printf("confidences apart by at most %.4f%n", farthest);
    for (Moved each : moved) {
      out.printf(
          "%s: was %s (now %.2f), is %s%s%n",
          each.name(),
          each.before(),
          each.chanceBefore(),
          each.now(),
          each.isTold() ? ", as its note says" : ", AND ITS NOTE DOES NOT SAY HOW CLOSE THAT IS");
    }
    return moved.stream().allMatch(Moved::isTold) ? 0 : 1;
  }
}
