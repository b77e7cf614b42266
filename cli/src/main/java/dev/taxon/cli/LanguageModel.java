package dev.taxon.cli;

import dev.taxon.Classifier;
import dev.taxon.ClassifyFailure;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.llm.Endpoint;
import dev.taxon.llm.LanguageModelClassifier;
import dev.taxon.server.BadSetting;
import dev.taxon.server.Settings;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The engine {@code openai}: from settings to a classifier, and from its failures to words. */
final class LanguageModel {
  /** How long one that is busy is asked again. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private LanguageModel() {}

  /**
   * One that is asked as the settings say.
   *
   * @param tls whose certificates are believed, or null for Java's own
   * @throws BadSetting when they do not say which, and where
   */
  static Classifier classifier(Settings.LanguageModel settings, @Nullable SSLContext tls) {
    URI url = settings.url();
    String name = settings.name();
    if (url == null || name == null) {
      throw new BadSetting(
          "The engine openai needs "
              + (url == null ? "the address of a language model" : "the name of a model")
              + ": --llm-url "
              + (url == null ? "http://127.0.0.1:11434/v1" : url)
              + " --model NAME, or TAXON_LLM_URL and TAXON_LLM_MODEL.");
    }
    return new LanguageModelClassifier(
        new Endpoint(url, name, settings.key(), settings.timeout(), PATIENCE), tls);
  }

  /** As a summary and the service's greeting call it. */
  static String name(Settings.LanguageModel settings) {
    return settings.name() + " at " + settings.url();
  }

  /** What a command ends with. */
  static Failure told(ClassifyFailure failure) {
    String sentence = String.valueOf(failure.getMessage()).replaceFirst("\\.$", "");
    return switch (failure.code()) {
      case KEY_REFUSED ->
          new Failure(
              Exit.AUTHENTICATION, sentence, "TAXON_LLM_KEY", "set it to the key of this model");
      case NOT_FOUND ->
          new Failure(
              Exit.NOT_FOUND,
              sentence,
              "--llm-url and --model",
              "the address goes up to /v1, and the name is one that its server lists at /v1/models");
      case UNREACHABLE ->
          new Failure(Exit.UNREACHABLE, sentence, "--llm-url", "see that it runs, and try again");
      case TIMEOUT ->
          new Failure(Exit.TIMEOUT, sentence, "TAXON_LLM_TIMEOUT", "set it higher, such as to 10m");
      case NO_ANSWER -> new Failure(Exit.FAILED, sentence);
    };
  }
}
