package dev.taxon.server;

import dev.taxon.ReadLimits;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The settings in force and where each came from: a flag, else a {@code TAXON_*} variable, else
 * {@code taxon.properties} in the working folder, else the one in the data folder, else the
 * standard. An empty value counts as none.
 *
 * @param origins one for each of {@link SettingsTable#ALL}, in that order
 * @param warnings sentences about names that look like settings and are none
 */
public record Configuration(Settings settings, List<Origin> origins, List<String> warnings) {

  /**
   * Where a value came from.
   *
   * @param value as it is shown: never that of a secret
   * @param source {@code default}, {@code --port}, {@code TAXON_PORT} or a file's path
   */
  public record Origin(String name, String value, String source) {
    /** What the operator wrote it as: {@code --port}, {@code TAXON_PORT} or a key in a file. */
    String written() {
      boolean ownName = source.startsWith("--") || source.startsWith("TAXON_");
      return ownName ? source : "taxon." + name + " in " + source;
    }
  }

  /** An address with a user, who may have a password. */
  private static final Pattern PASSWORD = Pattern.compile("://[^/]*@");

  private static final String FILE = "taxon.properties";

  /**
   * Reads the settings.
   *
   * @param flags values from the command line by name of the setting
   * @param environment all variables of the process
   * @param folder the working folder
   * @param others further variables that begin with {@code TAXON_} and mean something to the caller
   * @throws BadSetting when a value is not allowed
   */
  public static Configuration read(
      Map<String, String> flags, Map<String, String> environment, Path folder, Set<String> others) {
    var warnings = new ArrayList<String>();
    var byProperty = new HashMap<String, String>();
    flags.forEach((name, value) -> byProperty.put("taxon." + name, value));
    var variables = new HashMap<>(environment);
    variables.keySet().removeIf(name -> !name.startsWith("TAXON_"));

    var sources = new ArrayList<Source>();
    sources.add(
        new Source(
            new PropertiesConfigSource(byProperty, "flags", 400),
            setting -> "--" + setting.name()));
    sources.add(new Source(new EnvConfigSource(variables, 300), Setting::variable));
    file(folder.resolve(FILE), 200, warnings).ifPresent(sources::add);
    Path data =
        new Values(sources)
            .value(SettingsTable.DATA)
            .orElseGet(() -> standardData(environment))
            .toAbsolutePath();
    if (!data.equals(folder.toAbsolutePath())) {
      file(data.resolve(FILE), 100, warnings).ifPresent(sources::add);
    }
    warnings.addAll(unknown(variables.keySet(), others));
    return new Values(sources).configuration(data, warnings);
  }

  /** Where data is kept when nothing says otherwise. */
  public static Path standardData(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    if (!xdg.isBlank()) {
      return Path.of(xdg, "taxon");
    }
    String windows = environment.getOrDefault("LOCALAPPDATA", "");
    if (!windows.isBlank()) {
      return Path.of(windows, "taxon");
    }
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
    return Path.of(home, ".local", "share", "taxon");
  }

  /** What the operator wrote a setting as, where it was set; for messages. */
  public String written(Setting<?> setting) {
    return origins.get(SettingsTable.ALL.indexOf(setting)).written();
  }

  /** One line for each setting: name, value, origin. Secrets are not in it. */
  public List<String> lines() {
    return origins.stream()
        .map(origin -> origin.name() + " = " + origin.value() + "  (" + origin.source() + ")")
        .toList();
  }

  private static Optional<Source> file(Path path, int ordinal, List<String> warnings) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (Reader text = Files.newBufferedReader(path)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadSetting(
          "The settings in "
              + path
              + " cannot be read; the file must be a properties file in UTF-8 that this user may"
              + " read.");
    }
    var values = new HashMap<String, String>();
    List<String> known = SettingsTable.ALL.stream().map(Setting::property).toList();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (known.contains(name)) {
        values.put(name, properties.getProperty(name).strip());
      } else {
        warnings.add(name + " in " + path + isNone(name, known));
      }
    }
    return Optional.of(
        new Source(
            new PropertiesConfigSource(values, path.toString(), ordinal),
            setting -> path.toString()));
  }

  private static List<String> unknown(Set<String> variables, Set<String> others) {
    List<String> known = SettingsTable.ALL.stream().map(Setting::variable).toList();
    return variables.stream()
        .filter(name -> !known.contains(name) && !others.contains(name))
        .sorted()
        .map(name -> name + isNone(name, known))
        .toList();
  }

  private static String isNone(String name, List<String> known) {
    String nearest =
        known.stream()
            .min(java.util.Comparator.comparingInt(candidate -> distance(name, candidate)))
            .orElseThrow();
    String hint =
        distance(name, nearest) <= Math.max(2, name.length() / 4)
            ? "; did you mean " + nearest + "?"
            : ".";
    return " is not a setting and is ignored" + hint;
  }

  /** Levenshtein's distance, case ignored. */
  private static int distance(String a, String b) {
    String from = a.toLowerCase(Locale.ROOT);
    String to = b.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }

  /**
   * A place that values come from.
   *
   * @param label how a setting that was found there is called in words to the operator
   */
  private record Source(ConfigSource config, Function<Setting<?>, String> label) {}

  /** All sources, asked for one setting at a time. */
  private static final class Values {
    private final SmallRyeConfig config;
    private final Map<String, Function<Setting<?>, String>> labels = new HashMap<>();

    Values(List<Source> sources) {
      config =
          new SmallRyeConfigBuilder()
              .withSources(sources.stream().map(Source::config).toArray(ConfigSource[]::new))
              .build();
      sources.forEach(source -> labels.put(source.config().getName(), source.label()));
    }

    private Optional<Origin> found(Setting<?> setting) {
      ConfigValue found = config.getConfigValue(setting.property());
      String text = found.getValue();
      if (text == null || text.isEmpty()) {
        return Optional.empty();
      }
      String source =
          Objects.requireNonNull(labels.get(found.getConfigSourceName())).apply(setting);
      return Optional.of(new Origin(setting.name(), text, source));
    }

    <T> T value(Setting<T> setting) {
      Optional<Origin> found = found(setting);
      if (found.isEmpty()) {
        return setting.parse().apply(setting.standard());
      }
      try {
        return setting.parse().apply(found.get().value());
      } catch (IllegalArgumentException notAllowed) {
        throw new BadSetting(
            found.get().written()
                + (setting.secret() || PASSWORD.matcher(found.get().value()).find()
                    ? " is not usable"
                    : " is '" + found.get().value() + "'")
                + "; it must be "
                + setting.allowed()
                + ".");
      }
    }

    private static String version() {
      String version = Configuration.class.getPackage().getImplementationVersion();
      return version == null ? "0" : version;
    }

    private Origin origin(Setting<?> setting, Settings settings) {
      return found(setting)
          .map(o -> setting.secret() ? new Origin(o.name(), "(hidden)", o.source()) : o)
          .orElseGet(() -> new Origin(setting.name(), standard(setting, settings), "default"));
    }

    /** What stands in for a setting that nobody set, as this machine has it. */
    private static String standard(Setting<?> setting, Settings settings) {
      if (setting.equals(SettingsTable.DATA)) {
        return settings.data().toString();
      }
      if (setting.equals(SettingsTable.WORKERS)) {
        return Integer.toString(settings.workers());
      }
      return setting.standard().isEmpty()
          ? setting.standardInWords().replace("`", "")
          : setting.standard();
    }

    Configuration configuration(Path data, List<String> warnings) {
      var settings =
          new Settings(
              value(SettingsTable.HOST),
              value(SettingsTable.PORT),
              value(SettingsTable.PUBLIC_URL).orElse(null),
              data,
              value(SettingsTable.DATABASE_URL).orElse(null),
              value(SettingsTable.DATABASE_USER).orElse(null),
              value(SettingsTable.DATABASE_PASSWORD).orElse(null),
              value(SettingsTable.API_KEY).orElse(null),
              value(SettingsTable.WORKERS).orElseGet(Runtime.getRuntime()::availableProcessors),
              value(SettingsTable.UPLOAD_LIMIT),
              new ReadLimits(
                  value(SettingsTable.READ_BYTES),
                  value(SettingsTable.READ_PAGES),
                  value(SettingsTable.READ_CHARACTERS),
                  value(SettingsTable.READ_NESTING),
                  value(SettingsTable.READ_TIME)),
              value(SettingsTable.TESSERACT).orElse(null),
              value(SettingsTable.ENGINE),
              new Settings.LanguageModel(
                  value(SettingsTable.LLM_URL).orElse(null),
                  value(SettingsTable.LLM_MODEL).orElse(null),
                  value(SettingsTable.LLM_KEY).orElse(null),
                  value(SettingsTable.LLM_TIMEOUT)),
              value(SettingsTable.PROFILES).orElse(null),
              value(SettingsTable.LOG_FORMAT),
              value(SettingsTable.LOG_LEVEL),
              value(SettingsTable.STOP_GRACE),
              value(SettingsTable.SWEEP_INTERVAL),
              value(SettingsTable.TRUSTED_PROXIES),
              value(SettingsTable.EXPOSE_RUNNING) == SettingsTable.Answer.YES,
              value(SettingsTable.RATE_LIMIT).orElse(null),
              value(SettingsTable.PROJECT_FILES).orElse(null),
              value(SettingsTable.PROJECT_BYTES).orElse(null),
              value(SettingsTable.QUEUE_LIMIT).orElse(null),
              new Settings.Outward(
                  value(SettingsTable.WEBHOOKS) == SettingsTable.Answer.YES,
                  value(SettingsTable.URL_INPUTS) == SettingsTable.Answer.YES,
                  value(SettingsTable.OUTBOUND_ALLOW),
                  value(SettingsTable.OUTBOUND_CA).orElse(null),
                  value(SettingsTable.WEBHOOK_USER_AGENT)
                      .orElseGet(() -> "taxon-webhook/" + version()),
                  value(SettingsTable.SECRETS_KEY).orElse(null)));
      return new Configuration(
          settings,
          SettingsTable.ALL.stream().map(setting -> origin(setting, settings)).toList(),
          List.copyOf(warnings));
    }
  }
}
