package dev.taxon.cli.official.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of all groups and commands. */
public final class Catalogue {
  /** Groups of the official program that are about other things than classifying. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "parsing",
          "extract",
          "split",
          "batches",
          "data-sinks",
          "data-sources",
          "pipelines",
          "retrievers",
          "indexes",
          "retrieval",
          "chat",
          "sheets",
          "beta",
          "extraction",
          "evals",
          "directories",
          "organizations");

  private static final List<String> NAMES =
      List.of(
          "files",
          "classify",
          "configurations",
          "webhook-configs",
          "projects",
          "v2-projects",
          "classifier:jobs");

  private Catalogue() {}

  /** The names of all groups, in the order in which help lists them. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether the official program has {@code word} as a group and this one has not. */
  public static boolean isElsewhere(String word) {
    int colon = word.indexOf(':');
    return !NAMES.contains(word) && ELSEWHERE.contains(colon < 0 ? word : word.substring(0, colon));
  }

  /** The group of that name. */
  public static Optional<Group> group(String name) {
    return switch (name) {
      case "classifier:jobs" -> Optional.of(ClassifyGroups.classifierJobs());
      case "classify" -> Optional.of(ClassifyGroups.classify());
      case "files" -> Optional.of(FileGroup.files());
      case "configurations" -> Optional.of(SettingGroups.configurations());
      case "projects" -> Optional.of(SettingGroups.projects());
      case "v2-projects" -> Optional.of(SettingGroups.v2Projects());
      case "webhook-configs" -> Optional.of(SettingGroups.webhookConfigs());
      default -> Optional.empty();
    };
  }
}
