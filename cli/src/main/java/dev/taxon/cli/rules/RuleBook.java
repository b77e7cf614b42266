package dev.taxon.cli.rules;

import dev.taxon.PageChoice;
import dev.taxon.RuleSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rules, and how to read the documents they are asked of. What is not said is as the service has
 * it: {@code en}, the first five pages.
 *
 * @param language one of the wire's {@code lang} words, a hint
 * @param pages which pages to read
 */
public record RuleBook(RuleSet rules, String language, PageChoice pages) {
  /** As many pages of each document are read where nothing else is said. */
  public static final int PAGES = 5;

  public static final String LANGUAGE = "en";

  public RuleBook {
    Objects.requireNonNull(rules);
    Objects.requireNonNull(language);
    Objects.requireNonNull(pages);
  }

  /** The rules alone, everything else as the service has it. */
  public static RuleBook of(RuleSet rules) {
    return new RuleBook(rules, LANGUAGE, new PageChoice(null, PAGES));
  }

  /** The same with what flags say in place of what the file says; null leaves as it is. */
  public RuleBook with(
      @Nullable String language, @Nullable PageChoice targets, @Nullable PageChoice max) {
    return new RuleBook(
        rules,
        language == null ? this.language : language,
        new PageChoice(
            targets == null ? pages.targets() : targets.targets(),
            max == null ? pages.max() : max.max()));
  }
}
