package dev.taxon.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that can be set: how it is named, what it may be, what it is for.
 *
 * @param name lower case with hyphens; variable and property are made from it
 * @param standard the value when nothing is set; empty where it depends on the machine or there is
 *     none
 * @param standardInWords what the documentation says of it
 * @param allowed completes "must be …"
 * @param meaning one or two sentences for the operator
 * @param secret never shown
 * @param personal not taken from a file in the working folder, which may have come with somebody
 *     else's documents: a program, where data goes, who is trusted, a secret
 * @param choices every word that it may be, or none where they cannot be listed
 * @param parse throws {@link IllegalArgumentException} for what is not allowed
 */
public record Setting<T>(
    String name,
    String standard,
    String standardInWords,
    String allowed,
    String meaning,
    boolean secret,
    boolean personal,
    List<String> choices,
    Function<String, T> parse) {
  public Setting {
    choices = List.copyOf(choices);
  }

  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,18})\\s*(?:([KMG])i?B?|B)?", Pattern.CASE_INSENSITIVE);

  /** The environment variable, for example {@code TAXON_PUBLIC_URL}. */
  public String variable() {
    return "TAXON_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The name with what tells it from others', for example {@code taxon.public-url}. */
  public String property() {
    return "taxon." + name;
  }

  /** The same setting, its value kept out of every output and of files that may be shared. */
  Setting<T> hidden() {
    return new Setting<>(
        name, standard, standardInWords, allowed, meaning, true, true, choices, parse);
  }

  /** The same setting, which a file in the working folder may not set. */
  Setting<T> personalOnly() {
    return new Setting<>(
        name, standard, standardInWords, allowed, meaning, secret, true, choices, parse);
  }

  /** The same setting without a fixed standard: {@code inWords} says what stands in for it. */
  Setting<Optional<T>> orElse(String inWords) {
    return new Setting<>(
        name,
        "",
        inWords,
        allowed,
        meaning,
        secret,
        personal,
        choices,
        text -> text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text)));
  }

  static Setting<String> text(
      String name, String standard, Pattern pattern, String allowed, String meaning) {
    return of(
        name,
        standard,
        allowed,
        meaning,
        text -> {
          if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException();
          }
          return text;
        });
  }

  static Setting<Integer> number(String name, int standard, int min, int max, String meaning) {
    return of(
        name,
        Integer.toString(standard),
        "a whole number from " + min + " to " + max,
        meaning,
        text -> {
          int value = Integer.parseInt(text);
          if (value < min || value > max) {
            throw new IllegalArgumentException();
          }
          return value;
        });
  }

  static Setting<Long> size(String name, String standard, String meaning) {
    return of(
        name,
        standard,
        "a size from 1 byte, such as 512MiB, 2GiB or 1000000",
        meaning,
        text -> {
          Matcher size = SIZE.matcher(text);
          if (!size.matches()) {
            throw new IllegalArgumentException();
          }
          String unit = Optional.ofNullable(size.group(2)).orElse("").toUpperCase(Locale.ROOT);
          long factor =
              switch (unit) {
                case "K" -> 1L << 10;
                case "M" -> 1L << 20;
                case "G" -> 1L << 30;
                default -> 1;
              };
          try {
            long bytes = Math.multiplyExact(Long.parseLong(size.group(1)), factor);
            if (bytes > 0) {
              return bytes;
            }
          } catch (ArithmeticException tooLarge) {
            // falls through: as little allowed as zero
          }
          throw new IllegalArgumentException();
        });
  }

  static Setting<Duration> time(
      String name, String standard, Duration min, Duration max, String meaning) {
    return of(
        name,
        standard,
        "a time from " + inWords(min) + " to " + inWords(max) + ", such as 30s, 2m or 1h30m",
        meaning,
        text -> {
          Duration time;
          try {
            time = Duration.parse("PT" + text);
          } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
          }
          if (time.compareTo(min) < 0 || time.compareTo(max) > 0) {
            throw new IllegalArgumentException();
          }
          return time;
        });
  }

  /** A bound that may be off; as a number, off is 0. */
  static Setting<Optional<Long>> bound(Setting<? extends Number> setting, String inWords) {
    return new Setting<>(
        setting.name(),
        "",
        inWords,
        setting.allowed() + ", or off",
        setting.meaning(),
        false,
        setting.personal(),
        List.of(),
        text ->
            switch (text.strip()) {
              case "" -> Optional.empty();
              case "off" -> Optional.of(0L);
              default -> Optional.of(setting.parse().apply(text).longValue());
            });
  }

  static Setting<Path> path(String name, String meaning) {
    return of(name, "", "a path of this machine", meaning, Path::of);
  }

  /**
   * An address with scheme and host, without query and without a user, who might have a password.
   */
  static Setting<URI> url(String name, String allowed, String meaning) {
    return of(
        name,
        "",
        allowed,
        meaning,
        text -> {
          URI uri = URI.create(text);
          boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
          boolean bare = uri.getQuery() == null && uri.getUserInfo() == null;
          if (!web || uri.getHost() == null || !bare) {
            throw new IllegalArgumentException();
          }
          return uri;
        });
  }

  /** One of an enum's words, in lower case. */
  static <E extends Enum<E>> Setting<E> choice(
      String name, E standard, E[] values, String meaning) {
    List<String> words =
        Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    String usual = standard.name().toLowerCase(Locale.ROOT);
    return new Setting<>(
        name,
        usual,
        usual,
        "one of " + String.join(", ", words),
        meaning,
        false,
        false,
        words,
        text -> Enum.valueOf(standard.getDeclaringClass(), text.strip().toUpperCase(Locale.ROOT)));
  }

  /** Words with commas between; empty for none. */
  static Setting<List<String>> list(String name, String allowed, String meaning, Pattern word) {
    return of(
        name,
        "",
        allowed,
        meaning,
        text -> {
          List<String> words =
              Stream.of(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
          if (!words.stream().allMatch(word.asMatchPredicate())) {
            throw new IllegalArgumentException();
          }
          return words;
        });
  }

  private static <T> Setting<T> of(
      String name, String standard, String allowed, String meaning, Function<String, T> parse) {
    return new Setting<>(
        name,
        standard,
        standard.isEmpty() ? "none" : standard,
        allowed,
        meaning,
        false,
        false,
        List.of(),
        parse);
  }

  private static String inWords(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
