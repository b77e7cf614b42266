package dev.taxon.engine.profile;

import dev.taxon.engine.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** Reads profiles from YAML and says where and why a file is not as it should be. */
public final class ProfileFiles {
  private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "it", "pt", "nl");
  private static final Set<String> KEYS =
      Set.of(
          "id", "family", "kind", "essence", "names", "title", "strong", "usual", "against",
          "shape", "parts", "sample", "unlike");
  private static final Set<String> SHAPES =
      Set.of(
          """
          one_page few_pages many_pages short_text long_text line_items amounts total_at_end columns
          key_values check_boxes blank_fields salutation closing_signature two_signatures
          numbered_clauses numbered_sections headings bullet_lists mail_headers letterhead
          dates_list timeline identifiers addresses_two barcode first_person second_person
          report_voice quotes verses code formulas citations figures_tables slides narrow_receipt
          table_only dialogue questions legal_language imperative_steps\
          """
              .split("\\s+"));

  /** Words of a sample: enough to show the kind, no more than the encoder reads. */
  private static final int SHORTEST_SAMPLE = 12;

  private static final int LONGEST_SAMPLE = 250;
  private static final Set<String> SUBJECTS = Set.of("subject", "intent", "sentiment", "field");
  private static final int MOST_CHARACTERS = 20_000_000;

  private ProfileFiles() {}

  /** A file is not as it should be; the message is {@code name:line: what is wrong}. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String name, int line, String what) {
      super(name + ":" + line + ": " + what);
    }
  }

  /**
   * The profiles of one file: a YAML list of mappings.
   *
   * @param name the file's name, for messages
   * @throws Malformed at the first thing that is wrong
   */
  public static List<Profile> read(String name, String yaml) throws Malformed {
    var settings = LoadSettings.builder().setLabel(name).setCodePointLimit(MOST_CHARACTERS).build();
    Node root;
    try {
      root =
          new Compose(settings)
              .composeString(yaml)
              .orElseThrow(() -> new Malformed(name, 1, "the file is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new Malformed(name, line, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new Malformed(name, 1, "not YAML: " + e.getMessage());
    }
    if (!(root instanceof SequenceNode list)) {
      throw new Malformed(name, line(root), "expected a list of profiles");
    }
    var profiles = new ArrayList<Profile>();
    var seen = new HashMap<String, Integer>();
    for (Node node : list.getValue()) {
      Profile profile = profile(name, node);
      Integer before = seen.put(profile.id(), line(node));
      if (before != null) {
        throw new Malformed(
            name, line(node), "the id " + profile.id() + " stands in line " + before + " already");
      }
      profiles.add(profile);
    }
    return profiles;
  }

  private static Profile profile(String name, Node node) throws Malformed {
    Map<String, Node> fields = mapping(name, node, "a profile");
    for (var field : fields.entrySet()) {
      if (!KEYS.contains(field.getKey())) {
        throw new Malformed(
            name,
            line(field.getValue()),
            "unknown key '" + field.getKey() + "'; known: " + KEYS.stream().sorted().toList());
      }
    }
    String kind =
        fields.containsKey("kind") ? text(name, required(name, node, fields, "kind")) : null;
    if (kind != null && !SUBJECTS.contains(kind)) {
      throw new Malformed(
          name,
          line(node),
          "kind must be one of " + SUBJECTS.stream().sorted().toList() + ", found " + kind);
    }
    String family = kind == null ? text(name, required(name, node, fields, "family")) : kind;
    try {
      return new Profile(
          text(name, required(name, node, fields, "id")),
          family,
          kind != null,
          text(name, required(name, node, fields, "essence")),
          phrases(name, required(name, node, fields, "names")),
          phrases(name, fields.get("title")),
          phrases(name, fields.get("strong")),
          phrases(name, fields.get("usual")),
          phrases(name, fields.get("against")).values().stream().flatMap(List::stream).toList(),
          shape(name, fields.get("shape")),
          samples(name, fields.get("sample")),
          notes(name, fields.get("unlike")));
    } catch (IllegalArgumentException e) {
      throw new Malformed(name, line(node), String.valueOf(e.getMessage()));
    }
  }

  private static Node required(String name, Node node, Map<String, Node> fields, String key)
      throws Malformed {
    Node value = fields.get(key);
    if (value == null) {
      throw new Malformed(name, line(node), "the profile has no " + key);
    }
    return value;
  }

  /** A list is English; a mapping goes from language to list. */
  private static Map<String, List<String>> phrases(String name, @Nullable Node node)
      throws Malformed {
    if (node == null) {
      return Map.of();
    }
    if (node instanceof SequenceNode list) {
      return Map.of("en", texts(name, list));
    }
    var byLanguage = new LinkedHashMap<String, List<String>>();
    for (var entry : mapping(name, node, "phrases").entrySet()) {
      if (!LANGUAGES.contains(entry.getKey())) {
        throw new Malformed(
            name,
            line(entry.getValue()),
            "unknown language '"
                + entry.getKey()
                + "'; known: "
                + LANGUAGES.stream().sorted().toList());
      }
      if (!(entry.getValue() instanceof SequenceNode list)) {
        throw new Malformed(name, line(entry.getValue()), "expected a list of phrases");
      }
      byLanguage.put(entry.getKey(), texts(name, list));
    }
    return byLanguage;
  }

  private static Set<String> shape(String name, @Nullable Node node) throws Malformed {
    if (node == null) {
      return Set.of();
    }
    if (!(node instanceof SequenceNode list)) {
      throw new Malformed(name, line(node), "expected a list of shapes");
    }
    var shape = new LinkedHashSet<String>();
    for (Node each : list.getValue()) {
      String word = text(name, each);
      if (!SHAPES.contains(word)) {
        throw new Malformed(
            name,
            line(each),
            "unknown shape '" + word + "'; known: " + SHAPES.stream().sorted().toList());
      }
      shape.add(word);
    }
    return shape;
  }

  private static Map<String, List<String>> samples(String name, @Nullable Node node)
      throws Malformed {
    Map<String, List<String>> byLanguage = phrases(name, node);
    for (var samples : byLanguage.entrySet()) {
      for (String sample : samples.getValue()) {
        int words = Words.of(sample).size();
        if (words < SHORTEST_SAMPLE || words > LONGEST_SAMPLE) {
          throw new Malformed(
              name,
              line(Objects.requireNonNull(node)),
              "a sample has %d to %d words, found %d in one that is %s"
                  .formatted(SHORTEST_SAMPLE, LONGEST_SAMPLE, words, samples.getKey()));
        }
      }
    }
    return byLanguage;
  }

  private static Map<String, String> notes(String name, @Nullable Node node) throws Malformed {
    if (node == null) {
      return Map.of();
    }
    var notes = new LinkedHashMap<String, String>();
    for (var entry : mapping(name, node, "look-alikes").entrySet()) {
      notes.put(entry.getKey(), text(name, entry.getValue()));
    }
    return notes;
  }

  private static List<String> texts(String name, SequenceNode list) throws Malformed {
    var texts = new ArrayList<String>();
    for (Node node : list.getValue()) {
      texts.add(text(name, node));
    }
    return texts;
  }

  private static String text(String name, Node node) throws Malformed {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw new Malformed(name, line(node), "expected a text that is not blank");
  }

  private static Map<String, Node> mapping(String name, Node node, String what) throws Malformed {
    if (!(node instanceof MappingNode mapping)) {
      throw new Malformed(name, line(node), "expected " + what + " as keys and values");
    }
    var fields = new LinkedHashMap<String, Node>();
    for (NodeTuple tuple : mapping.getValue()) {
      fields.put(text(name, tuple.getKeyNode()), tuple.getValueNode());
    }
    return fields;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
