package dev.taxon.cli.official.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML, JSON included, as values; of several documents the first. */
public final class YamlReader {
  private YamlReader() {}

  /**
   * The value that {@code text} is.
   *
   * @throws ValueProblem if it is neither JSON nor YAML
   */
  public static Value read(String text) throws ValueProblem {
    Value json = StrictJson.read(text);
    if (json != null) {
      return json;
    }
    if (isPlainWord(text)) {
      return Scalars.of(text.strip());
    }
    return Composed.read(text);
  }

  /** Letters, digits and a few signs alone have no structure, so they need no YAML reader. */
  private static boolean isPlainWord(String text) {
    String word = text.strip();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!(Character.isLetterOrDigit(c) || c == '_' || c == '.' || (c == '-' && i > 0))) {
        return false;
      }
    }
    return true;
  }

  /** Apart, so that the reader's classes are loaded only where they are needed. */
  private static final class Composed {
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    static Value read(String text) throws ValueProblem {
      var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
      try {
        for (Node node : new Compose(settings).composeAllFromString(text)) {
          return new Composed().value(node);
        }
        return new Value.Nothing();
      } catch (MarkedYamlEngineException e) {
        throw new ValueProblem(
            e.getProblem()
                + e.getProblemMark()
                    .map(mark ->
                        " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                    .orElse(""));
      } catch (YamlEngineException e) {
        throw new ValueProblem(String.valueOf(e.getMessage()));
      }
    }

    private Value value(Node node) throws ValueProblem {
      if (node instanceof ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.PLAIN
            ? Scalars.of(scalar.getValue())
            : new Value.Text(scalar.getValue());
      }
      if (!open.add(node)) {
        throw new ValueProblem("a node contains itself");
      }
      try {
        return node instanceof SequenceNode sequence ? items(sequence) : fields((MappingNode) node);
      } finally {
        open.remove(node);
      }
    }

    private Value items(SequenceNode sequence) throws ValueProblem {
      var items = new ArrayList<Value>();
      for (Node item : sequence.getValue()) {
        items.add(value(item));
      }
      return new Value.Items(items);
    }

    private Value fields(MappingNode mapping) throws ValueProblem {
      var fields = new TreeMap<String, Value>();
      for (var tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new ValueProblem("a key must be a scalar");
        }
        if (key.getValue().equals("<<")
            && value(tuple.getValueNode()) instanceof Value.Fields base) {
          base.fields().forEach(fields::putIfAbsent);
          continue;
        }
        if (fields.put(key.getValue(), value(tuple.getValueNode())) != null) {
          throw new ValueProblem("mapping key \"" + key.getValue() + "\" already defined");
        }
      }
      return new Value.Fields(fields);
    }
  }
}
