package dev.taxon.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads names and values out of YAML, as they are written; apart, since few have such a file. */
final class YamlEntries {
  private static final String NEST = "taxon";

  private final Path path;
  private final List<SettingsFile.Entry> entries = new ArrayList<>();

  private YamlEntries(Path path) {
    this.path = path;
  }

  /**
   * All names and values of a mapping, and of a mapping {@code taxon:} in it; none of a text
   * without content. Values are texts: {@code no} and {@code 010} stay what was written.
   *
   * @throws BadSetting when it is no such mapping
   */
  static List<SettingsFile.Entry> read(Path path, String text) {
    var reading = new YamlEntries(path);
    reading.compose(text).ifPresent(root -> reading.add(root, true));
    return reading.entries;
  }

  private Optional<Node> compose(String text) {
    try {
      return new Compose(LoadSettings.builder().setAllowNonScalarKeys(true).build())
          .composeString(text);
    } catch (MarkedYamlEngineException e) {
      throw new BadSetting(
          at(e.getProblemMark())
              + " is not YAML: "
              + e.getProblem().replaceFirst("[.\n].*", "")
              + "; write one NAME: VALUE a line.");
    } catch (YamlEngineException | StackOverflowError e) {
      throw new BadSetting(path + " is not YAML; write one NAME: VALUE a line.");
    }
  }

  private void add(Node node, boolean atRoot) {
    if (!(node instanceof MappingNode mapping)) {
      if (node.getTag().equals(Tag.NULL)) {
        return;
      }
      throw new BadSetting(
          at(node.getStartMark()) + " holds no settings; write one NAME: VALUE a line.");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node value = tuple.getValueNode();
      String place = at(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new BadSetting(place + " has a name that is no word; write one NAME: VALUE a line.");
      }
      if (atRoot && key.getValue().equals(NEST)) {
        add(value, false);
      } else if (value instanceof ScalarNode scalar) {
        String text = scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue().strip();
        entries.add(new SettingsFile.Entry(key.getValue(), text, place));
      } else {
        throw new BadSetting(
            key.getValue()
                + " in "
                + place
                + " is a "
                + (value instanceof MappingNode ? "mapping" : "list")
                + "; it must be one value, such as several words with commas between.");
      }
    }
  }

  private String at(Optional<Mark> mark) {
    return path + mark.map(m -> ":" + (m.getLine() + 1)).orElse("");
  }
}
