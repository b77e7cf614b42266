package dev.taxon.server;

import dev.taxon.ReadLimits;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force and where each came from: a flag, else a {@code TAXON_*} variable, else
 * {@code taxon.yaml} or {@code taxon.properties} in the working folder, else in the user's folder
 * of settings, else in the data folder, else the standard. An empty value counts as none. The file
 * in the working folder may have come with somebody else's documents, so it may not set what is
 * {@link Setting#personal()}, unless that folder is also the user's or the one of the data.
 *
 * @param origins one for each of {@link SettingsTable#ALL}, in that order
 * @param warnings sentences about names that look like settings and are none
 */
public record Configuration(Settings settings, List<Origin> origins, List<String> warnings) {

  /**
   * Where a value came from.
   *
   * @param value as it is shown: never that of a secret
   * @param source {@code default}, {@code --port}, {@code TAXON_PORT}, or a file's path with the
   *     line where that is known
   */
  public record Origin(String name, String value, String source) {
    /** What the operator wrote it as: {@code --port}, {@code TAXON_PORT} or a key in a file. */
    String written() {
      boolean ownName = source.startsWith("--") || source.startsWith("TAXON_");
      return ownName ? source : name + " in " + source;
    }
  }

  /** An address with a user, who may have a password. */
  private static final Pattern PASSWORD = Pattern.compile("://[^/]*@");

  /**
   * Reads the settings.
   *
   * @param flags values from the command line by name of the setting
   * @param environment all variables of the process
   * @param folder the working folder
   * @param others further variables that begin with {@code TAXON_} and mean something to the caller
   * @throws BadSetting when a value is not allowed or a file of settings cannot be used
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
    Optional<SettingsFile> user = userFile(environment);
    user.map(file -> source(file, 150)).ifPresent(sources::add);
    Optional<SettingsFile> working =
        SettingsFile.in(folder).filter(file -> !user.equals(Optional.of(file)));
    if (working.isPresent() && !isSame(folder, data(sources, environment))) {
      refusePersonal(working.get(), environment);
    }
    working.map(file -> source(file, 200)).ifPresent(sources::add);
    Path data = data(sources, environment);
    if (!isSame(data, folder)) {
      SettingsFile.in(data).map(file -> source(file, 100)).ifPresent(sources::add);
    }
    warnings.addAll(unknown(variables.keySet(), others));
    return new Values(sources).configuration(data, warnings);
  }

  /**
   * What this user has set for every folder: by a variable, else in the user's file. For those who
   * ask for one setting only; {@link #read} asks all.
   *
   * @throws BadSetting when the user's file cannot be used
   */
  public static Optional<String> ofUser(Setting<?> setting, Map<String, String> environment) {
    String variable = environment.getOrDefault(setting.variable(), "").strip();
    return variable.isEmpty()
        ? userFile(environment).flatMap(file -> file.entry(setting)).map(SettingsFile.Entry::value)
        : Optional.of(variable);
  }

  /**
   * What a service has set in the file of its data folder, as far as this user may look into it.
   *
   * @param data the folder
   */
  public static Optional<String> ofService(Setting<?> setting, Path data) {
    try {
      return SettingsFile.in(data)
          .flatMap(file -> file.entry(setting))
          .map(SettingsFile.Entry::value);
    } catch (BadSetting e) {
      return Optional.empty(); // the service tells of it
    }
  }

  private static Path data(List<Source> sources, Map<String, String> environment) {
    return new Values(sources)
        .value(SettingsTable.DATA)
        .orElseGet(() -> standardData(environment))
        .toAbsolutePath();
  }

  /** The user's file holds in every folder, so a path in it leads from none of them. */
  private static Optional<SettingsFile> userFile(Map<String, String> environment) {
    Optional<SettingsFile> found = userFolder(environment).flatMap(SettingsFile::in);
    found.ifPresent(file ->
        SettingsTable.PATHS.forEach(setting ->
            file.entry(setting)
                .filter(entry -> !isWhole(setting, entry.value()))
                .ifPresent(entry -> {
                  throw new BadSetting(
                      entry.name()
                          + " in "
                          + entry.place()
                          + " is '"
                          + entry.value()
                          + "'; there it must be a whole path.");
                })));
    return found;
  }

  /** Whether it leads to the same from every folder; a program's mere name is looked for. */
  private static boolean isWhole(Setting<?> setting, String path) {
    return Path.of(path).isAbsolute()
        || (setting.equals(SettingsTable.TESSERACT) && Path.of(path).getNameCount() == 1);
  }

  /** Where the user's file stands; nowhere without a home. A path that is not whole is none. */
  private static Optional<Path> userFolder(Map<String, String> environment) {
    return Stream.of(
            Optional.ofNullable(environment.get("XDG_CONFIG_HOME")),
            Optional.ofNullable(environment.get("APPDATA")),
            Optional.ofNullable(environment.get("HOME")).map(home -> home + "/.config"))
        .flatMap(Optional::stream)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .findFirst()
        .map(folder -> folder.resolve("taxon"));
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

  /** A file's values, each labelled by where it stands. */
  private static Source source(SettingsFile file, int ordinal) {
    var values = new HashMap<String, String>();
    file.entries().forEach((property, entry) -> values.put(property, entry.value()));
    return new Source(
        new PropertiesConfigSource(values, file.path().toString(), ordinal),
        setting -> file.entry(setting).orElseThrow().place());
  }

  /** Whoever packed the documents of a folder does not choose what runs there and what goes out. */
  private static void refusePersonal(SettingsFile file, Map<String, String> environment) {
    for (Setting<?> setting : SettingsTable.ALL) {
      SettingsFile.Entry entry = file.entries().get(setting.property());
      boolean sends = setting.equals(SettingsTable.ENGINE) && isModel(entry);
      if (entry != null && (setting.personal() || sends)) {
        throw new BadSetting(
            (sends ? entry.name() + ": " + entry.value() : entry.name())
                + " in "
                + entry.place()
                + " is not taken from the working folder, whose files may be somebody else's; set "
                + setting.variable()
                + userFolder(environment)
                    .map(user -> " or put it into " + user.resolve(SettingsFile.YAML))
                    .orElse("")
                + ".");
      }
    }
  }

  /** Whether an engine is one that sends documents away. */
  private static boolean isModel(SettingsFile.@Nullable Entry engine) {
    return engine != null && engine.value().equalsIgnoreCase(Settings.Engine.OPENAI.name());
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.isSameFile(a, b);
    } catch (IOException e) {
      return false; // one of them is not there, so nothing is in it
    }
  }

  private static List<String> unknown(Set<String> variables, Set<String> others) {
    List<String> known = SettingsTable.ALL.stream().map(Setting::variable).toList();
    return variables.stream()
        .filter(name -> !known.contains(name) && !others.contains(name))
        .sorted()
        .map(name -> name + " is not a setting and is ignored" + Nearest.hint(name, known))
        .toList();
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
