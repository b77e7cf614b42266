package dev.taxon.cli.rules;

import dev.taxon.PageChoice;
import dev.taxon.Rule;
import dev.taxon.RuleSet;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one rule file: {@code rules: [{type, description}]} in YAML or JSON, a bare list of such
 * rules, or the body of a request that creates a job, v1 or v2, as it is. Unknown keys are left
 * alone, as the service does.
 */
public final class RuleReader {
  private static final int MOST_RULES = 500;

  private final String name;
  private final List<String> problems = new ArrayList<>();
  private final List<PlacedRule> placed = new ArrayList<>();

  private RuleReader(String name) {
    this.name = name;
  }

  /**
   * Reads the text of a file.
   *
   * @param name the file's name, for messages
   * @throws Failure with every problem, each as {@code name:line:column: sentence}
   */
  public static RuleBook read(String name, String text) {
    return new RuleReader(name).read(text);
  }

  /**
   * Reads the rules of a file with where each stands.
   *
   * @throws Failure as {@link #read(String, String)} does
   */
  public static List<PlacedRule> placed(String name, String text) {
    var reader = new RuleReader(name);
    reader.read(text);
    return List.copyOf(reader.placed);
  }

  /**
   * Reads rules from flags, each {@code type=description}.
   *
   * @throws Failure when one of them is not that
   */
  public static RuleSet ofFlags(List<String> flags) {
    var reader = new RuleReader("--rule");
    var rules = new ArrayList<Rule>();
    for (String flag : flags) {
      int equals = flag.indexOf('=');
      if (equals < 1) {
        reader.problems.add(
            "--rule: a rule is written type='what such a document is', found '" + flag + "'");
        continue;
      }
      String place = "--rule " + flag.substring(0, equals);
      String description = flag.substring(equals + 1).strip();
      reader.checkLength(place, "type", flag.substring(0, equals).strip(), 1, 50);
      reader.checkLength(place, "description", description, 10, 500);
      if (reader.problems.isEmpty()) {
        rules.add(new Rule(flag.substring(0, equals).strip(), description));
      }
    }
    reader.failIfWrong();
    return new RuleSet(rules);
  }

  private RuleBook read(String text) {
    Node root = compose(text).orElse(null);
    if (root == null) {
      throw failure(
          List.of(name + ": the file holds no rules; write rules: [{type, description}]"));
    }
    Node body = root;
    Node list = root;
    if (root instanceof MappingNode map) {
      Node configuration = value(map, "configuration");
      if (value(map, "rules") == null && configuration instanceof MappingNode) {
        body = configuration;
      }
      list = value((MappingNode) body, "rules");
      if (list == null) {
        throw failure(List.of(at(root) + "there is no 'rules' here, only " + keys(map)));
      }
    }
    List<Rule> rules = rules(list);
    Node parsing = body instanceof MappingNode map ? value(map, "parsing_configuration") : null;
    RuleBook book = null;
    if (problems.isEmpty()) {
      book = RuleBook.of(new RuleSet(rules));
      if (parsing instanceof MappingNode map) {
        book = withParsing(book, map);
      }
    }
    failIfWrong();
    return java.util.Objects.requireNonNull(book);
  }

  private Optional<Node> compose(String text) {
    String start = text.stripLeading();
    // JSON may be indented by tabs, YAML may not; a space in a tab's place keeps every column.
    boolean json = start.startsWith("{") || start.startsWith("[");
    var settings = LoadSettings.builder().setLabel(name).build();
    try {
      return new Compose(settings).composeString(json ? text.replace('\t', ' ') : text);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ")
              .orElse(" ");
      throw failure(List.of(name + ":" + place + e.getProblem().replace('\n', ' ')));
    } catch (StackOverflowError e) {
      throw failure(List.of(name + ": the file nests its parts too deeply"));
    } catch (YamlEngineException e) {
      throw failure(
          List.of(
              name + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML")));
    }
  }

  private List<Rule> rules(Node list) {
    if (!(list instanceof SequenceNode sequence)) {
      problems.add(at(list) + "rules must be a list of {type, description}");
      return List.of();
    }
    if (sequence.getValue().isEmpty() || sequence.getValue().size() > MOST_RULES) {
      problems.add(at(list) + "there must be 1 to 500 rules, found " + sequence.getValue().size());
    }
    var rules = new ArrayList<Rule>();
    for (Node node : sequence.getValue()) {
      if (!(node instanceof MappingNode map)) {
        problems.add(at(node) + "a rule is written {type: …, description: …}");
        continue;
      }
      String type = text(map, "type", 1, 50);
      String description = text(map, "description", 10, 500);
      if (type != null && description != null) {
        var rule = new Rule(type, description);
        rules.add(rule);
        placed.add(new PlacedRule(rule, place(map, "type"), place(map, "description")));
      }
    }
    return rules;
  }

  private @Nullable String text(MappingNode map, String key, int least, int most) {
    Node node = value(map, key);
    if (node == null) {
      problems.add(at(map) + "this rule has no '" + key + "', only " + keys(map));
      return null;
    }
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      problems.add(at(node) + key + " must be a text");
      return null;
    }
    int before = problems.size();
    checkLength(at(node).replaceFirst(": $", ""), key, scalar.getValue(), least, most);
    return problems.size() == before ? scalar.getValue() : null;
  }

  private void checkLength(String place, String key, String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    if (text.isBlank()) {
      problems.add(place + ": " + key + " is empty");
    } else if (length < least || length > most) {
      problems.add(
          "%s: %s must have %d to %d characters, found %d"
              .formatted(place, key, least, most, length));
    }
  }

  private RuleBook withParsing(RuleBook book, MappingNode parsing) {
    String language = book.language();
    Integer max = book.pages().max();
    List<Integer> targets = null;
    if (value(parsing, "lang") instanceof ScalarNode lang && !lang.getTag().equals(Tag.NULL)) {
      language = lang.getValue();
    }
    Node most = value(parsing, "max_pages");
    if (most != null) {
      max = isNull(most) ? null : number(most, "max_pages", 1);
    }
    Node target = value(parsing, "target_pages");
    if (target instanceof SequenceNode list) {
      // A list is v1's form, and v1 counts pages from 0.
      targets = list.getValue().stream().map(page -> number(page, "target_pages", 0) + 1).toList();
      if (targets.isEmpty()) {
        problems.add(at(target) + "target_pages must name at least one page");
      }
    } else if (target instanceof ScalarNode text && !isNull(target)) {
      try {
        targets = PageWords.parse(text.getValue());
      } catch (IllegalArgumentException e) {
        problems.add(at(target) + e.getMessage());
      }
    }
    failIfWrong();
    return new RuleBook(book.rules(), language, new PageChoice(targets, max));
  }

  private int number(Node node, String key, int least) {
    if (node instanceof ScalarNode scalar && scalar.getValue().matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(scalar.getValue());
      if (number >= least) {
        return number;
      }
    }
    problems.add(at(node) + key + " must be a whole number from " + least);
    return least;
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static @Nullable Node value(MappingNode map, String key) {
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return tuple.getValueNode();
      }
    }
    return null;
  }

  private static String keys(MappingNode map) {
    List<String> keys =
        map.getValue().stream()
            .map(NodeTuple::getKeyNode)
            .map(key -> key instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : "?")
            .toList();
    return keys.isEmpty() ? "{}" : String.join(", ", keys);
  }

  /** {@code name:line:column: }. */
  private String at(Node node) {
    return node.getStartMark()
        .map(mark -> name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ")
        .orElse(name + ": ");
  }

  private String place(MappingNode map, String key) {
    Node node = value(map, key);
    return at(node == null ? map : node).replaceFirst(": $", "");
  }

  private void failIfWrong() {
    if (!problems.isEmpty()) {
      throw failure(problems);
    }
  }

  private static Failure failure(List<String> problems) {
    return new Failure(Exit.USAGE, String.join("\nerror: ", problems));
  }
}
