package dev.taxon.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one file sets: {@code taxon.yaml} or {@code taxon.properties}, a name and a value for each
 * setting, with or without {@code taxon.} before the name.
 *
 * @param entries by {@link Setting#property()}
 */
record SettingsFile(Path path, Map<String, Entry> entries) {
  /**
   * One value as it stands.
   *
   * @param name of the setting, as it is written there
   * @param value empty for none
   * @param place the file, and the line where that is known
   */
  record Entry(String name, String value, String place) {}

  static final String YAML = "taxon.yaml";
  private static final String PROPERTIES = "taxon.properties";
  private static final String PREFIX = "taxon.";

  /** So large a file is none of settings. */
  private static final long MOST_BYTES = 1 << 20;

  /**
   * The file of a folder, if it has one.
   *
   * @throws BadSetting when it has both kinds, or one that cannot be read, names what is no setting
   *     or names a setting twice
   */
  static Optional<SettingsFile> in(Path folder) {
    Path yaml = folder.resolve(YAML);
    Path properties = folder.resolve(PROPERTIES);
    boolean hasYaml = Files.isRegularFile(yaml);
    boolean hasProperties = Files.isRegularFile(properties);
    if (hasYaml && hasProperties) {
      throw new BadSetting(
          "Both " + yaml + " and " + properties + " are there; keep one of the two.");
    }
    if (hasYaml) {
      return Optional.of(checked(yaml, YamlEntries.read(yaml, text(yaml))));
    }
    return hasProperties
        ? Optional.of(checked(properties, properties(properties)))
        : Optional.empty();
  }

  /** What it sets a setting to; nothing where it does not or sets it to nothing. */
  Optional<Entry> entry(Setting<?> setting) {
    return Optional.ofNullable(entries.get(setting.property()))
        .filter(entry -> !entry.value().isEmpty());
  }

  private static SettingsFile checked(Path path, List<Entry> found) {
    List<String> known = SettingsTable.ALL.stream().map(Setting::property).toList();
    var entries = new TreeMap<String, Entry>();
    for (Entry entry : found) {
      boolean prefixed = entry.name().startsWith(PREFIX);
      String property = prefixed ? entry.name() : PREFIX + entry.name();
      if (!known.contains(property)) {
        String hint =
            Nearest.hint(
                entry.name(),
                SettingsTable.ALL.stream().map(s -> prefixed ? s.property() : s.name()).toList());
        throw new BadSetting(entry.name() + " in " + entry.place() + " is not a setting" + hint);
      }
      Entry before = entries.put(property, entry);
      if (before != null) {
        throw new BadSetting(
            before.name() + " in " + before.place() + " is set again in " + entry.place() + ".");
      }
    }
    return new SettingsFile(path, entries);
  }

  private static List<Entry> properties(Path path) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text(path)));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(path);
    }
    var entries = new ArrayList<Entry>();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      entries.add(new Entry(name, properties.getProperty(name).strip(), path.toString()));
    }
    return entries;
  }

  private static String text(Path path) {
    try {
      if (Files.size(path) <= MOST_BYTES) {
        return Files.readString(path);
      }
    } catch (IOException e) {
      // told like a file that is too large: neither is one of settings
    }
    throw unreadable(path);
  }

  private static BadSetting unreadable(Path path) {
    return new BadSetting(
        "The settings in "
            + path
            + " cannot be read; the file must be text in UTF-8, of 1 MiB at most, that this user"
            + " may read.");
  }
}
