package dev.taxon.cli.check;

import dev.taxon.cli.run.EngineFlags.Way;
import java.util.Iterator;
import java.util.Map;
import java.util.Stack;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes the word behind a flag for its value only where it is a way to work, so that {@code
 * --engine rules.yaml} still names rules.
 */
final class OptionalWay implements IParameterPreprocessor {
  /** What a flag without a value has. */
  static final String AS_SET = "as-set";

  @Override
  @SuppressWarnings("JdkObsolete") // the parser's own type
  public boolean preprocess(
      Stack<String> words, CommandSpec command, ArgSpec flag, Map<String, Object> info) {
    boolean attached = !" ".equals(info.get("separator"));
    if (!attached && !isWay(words.isEmpty() ? "" : words.peek())) {
      words.push(AS_SET);
    }
    return false;
  }

  /** What completion offers. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Way.values()).map(Way::word).iterator();
    }
  }

  private static boolean isWay(String word) {
    return Stream.of(Way.values()).anyMatch(way -> way.word().equalsIgnoreCase(word));
  }
}
