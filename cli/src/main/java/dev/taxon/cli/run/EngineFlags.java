package dev.taxon.cli.run;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags that say who decides where this process does the work, and how. */
public final class EngineFlags {
  /** Who decides, and how much work a decision may cost. */
  public enum Way {
    AUTO,
    FAST,
    FULL,
    BUILTIN,
    OPENAI;

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
              + "unsure; builtin is auto. openai: by a language model, to which the text of every "
              + "document is sent (default: TAXON_ENGINE, else auto).")
  private @Nullable Way engine;

  @Option(
      names = "--llm-url",
      paramLabel = "URL",
      description =
          "With openai: where the model answers chat completions, such as "
              + "http://127.0.0.1:11434/v1 (default: TAXON_LLM_URL). A key that it wants is taken "
              + "from TAXON_LLM_KEY or your taxon.yaml.")
  private @Nullable String url;

  @Option(
      names = {"--model", "--llm-model"},
      paramLabel = "NAME",
      description = "With openai: what its server calls the model (default: TAXON_LLM_MODEL).")
  private @Nullable String model;

  @Mixin private ProfilesFlag profiles = new ProfilesFlag();

  /** Those that were given, by the names of settings. */
  public Map<String, String> settings() {
    var settings = new HashMap<>(profiles.settings());
    if (engine != null) {
      settings.put("engine", engine.word());
    }
    if (url != null) {
      settings.put("llm-url", url);
    }
    if (model != null) {
      settings.put("llm-model", model);
    }
    return Map.copyOf(settings);
  }
}
