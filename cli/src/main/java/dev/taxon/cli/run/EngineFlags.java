package dev.taxon.cli.run;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags that say how the engine works where this process decides. */
public final class EngineFlags {
  /** How much work a decision may cost. */
  public enum Way {
    AUTO,
    FAST,
    FULL;

    /** The word that flags and settings have for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--engine",
      paramLabel = "WAY",
      description =
          "fast, full or auto: by words alone, with the sentence encoder, or with it where that is "
              + "unsure (default: TAXON_ENGINE, else auto).")
  private @Nullable Way engine;

  @Mixin private ProfilesFlag profiles = new ProfilesFlag();

  /** Those that were given, by the names of settings. */
  public Map<String, String> settings() {
    var settings = new HashMap<>(profiles.settings());
    if (engine != null) {
      settings.put("engine", engine.word());
    }
    return Map.copyOf(settings);
  }
}
