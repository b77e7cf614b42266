package dev.taxon.cli;

import dev.taxon.Classifier;
import dev.taxon.DocumentReader;
import dev.taxon.ReadLimits;
import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.cli.run.Parts;
import dev.taxon.encoder.SentenceEncoder;
import dev.taxon.engine.KnowingClassifier;
import dev.taxon.engine.Knowledge;
import dev.taxon.engine.Way;
import dev.taxon.engine.profile.Profile;
import dev.taxon.reader.FileReader;
import dev.taxon.reader.ReaderSettings;
import dev.taxon.server.BadSetting;
import dev.taxon.server.Configuration;
import dev.taxon.server.Server;
import dev.taxon.server.Settings;
import dev.taxon.server.SettingsTable;
import dev.taxon.store.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the parts together, by hand. */
record Composition(Console console) {
  /** Variables of our name that are no settings but mean something to the command line. */
  static final Set<String> VARIABLES =
      Set.of("TAXON_JAVA_OPTS", "TAXON_ERRORS", "TAXON_EXIT_CODES", "TAXON_TRACE", "TAXON_SHARED");

  /** Vectors of rules and openings that are kept: about 7 MB. */
  private static final int REMEMBERED_VECTORS = 4_000;

  /** What {@code run} works with, as the settings say. */
  Parts parts() {
    return parts(Map.of());
  }

  /**
   * The same with flags of the command line.
   *
   * @param flags by the names of settings
   */
  Parts parts(Map<String, String> flags) {
    Configuration configuration = configuration(flags);
    Settings settings = configuration.settings();
    try {
      refuseUnused(flags.keySet(), settings.engine());
      return new Parts(
          reader(settings),
          classifier(configuration),
          settings.readLimits(),
          name(settings),
          marks(settings));
    } catch (BadSetting e) {
      throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** A flag that does nothing was meant to do something. */
  private static void refuseUnused(Set<String> flags, Settings.Engine engine) {
    boolean asksModel = engine == Settings.Engine.OPENAI;
    if (!asksModel && (flags.contains("llm-url") || flags.contains("llm-model"))) {
      throw new Failure(
          Exit.USAGE, "--llm-url and --model go with the engine openai", null, "--engine openai");
    }
    if (asksModel && flags.contains("profiles")) {
      throw new Failure(
          Exit.USAGE, "--profiles go with the built-in engine; a language model has none");
    }
  }

  private static String name(Settings settings) {
    return settings.engine() == Settings.Engine.OPENAI
        ? LanguageModel.name(settings.model())
        : "builtin";
  }

  /** What answers depend on: rows of a run under other settings are not taken over. */
  private static List<String> marks(Settings settings) {
    ReadLimits limits = settings.readLimits();
    Settings.Engine engine = settings.engine();
    boolean usual = engine == Settings.Engine.AUTO || engine == Settings.Engine.BUILTIN;
    var marks =
        new ArrayList<>(
            List.of(
                "engine " + (usual ? Settings.Engine.AUTO : engine),
                "pages " + limits.pages(),
                "characters " + limits.characters()));
    if (engine == Settings.Engine.OPENAI) {
      marks.add(settings.model().url() + " " + settings.model().name());
    }
    Path own = settings.profiles();
    if (own != null) {
      marks.add("profiles");
      marks.addAll(OwnProfiles.texts(own));
    }
    return marks;
  }

  /** Where a service that is started here would keep its things. */
  StoreSettings store() {
    return configuration(Map.of()).settings().store();
  }

  private Configuration configuration(Map<String, String> flags) {
    try {
      return Configuration.read(
          flags, console.environment(), Path.of("").toAbsolutePath(), VARIABLES);
    } catch (BadSetting e) {
      throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** Where a service on this machine keeps its data. */
  Path data() {
    return new OwnService(console.environment()).data();
  }

  /** The service, with the same parts. */
  static Server start(Configuration configuration) {
    Settings settings = configuration.settings();
    return Server.start(settings, reader(settings), classifier(configuration));
  }

  /** The built-in engine; what it knows is loaded by the first document. */
  static KnowingClassifier classifier() {
    return new KnowingClassifier(() -> Knowledge.shipped(new SentenceEncoder(REMEMBERED_VECTORS)));
  }

  /** Whoever decides, as the settings want it. */
  private static Classifier classifier(Configuration configuration) {
    Settings settings = configuration.settings();
    return settings.engine() == Settings.Engine.OPENAI
        ? LanguageModel.classifier(settings.model(), Server.authorities(settings).context())
        : builtin(configuration);
  }

  /** Profiles of one's own are checked at once. */
  private static KnowingClassifier builtin(Configuration configuration) {
    Settings settings = configuration.settings();
    Path folder = settings.profiles();
    List<Profile> own =
        folder == null
            ? List.of()
            : OwnProfiles.in(folder, configuration.written(SettingsTable.PROFILES));
    return new KnowingClassifier(
        () -> Knowledge.shipped(new SentenceEncoder(REMEMBERED_VECTORS)).and(own),
        switch (settings.engine()) {
          case FAST -> Way.FAST;
          case FULL -> Way.FULL;
          case AUTO, BUILTIN, OPENAI -> Way.AUTO;
        });
  }

  private static DocumentReader reader(Settings settings) {
    Path tesseract = settings.tesseract();
    return new FileReader(
        tesseract == null
            ? ReaderSettings.DEFAULT
            : ReaderSettings.DEFAULT.withTesseract(tesseract));
  }
}
