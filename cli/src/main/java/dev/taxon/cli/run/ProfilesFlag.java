package dev.taxon.cli.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that names kinds of documents of one's own. */
public final class ProfilesFlag {
  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description =
          "A folder with kinds of documents of your own, see docs/profiles.md "
              + "(default: TAXON_PROFILES).")
  private @Nullable String folder;

  /** What was given, by the name of the setting. */
  public Map<String, String> settings() {
    return folder == null ? Map.of() : Map.of("profiles", folder);
  }
}
