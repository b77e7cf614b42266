package dev.taxon.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The engine's numbers that were learned from documents, by name. {@code ./dev bench fit} writes
 * the file that ships; nobody else sets one. Immutable.
 */
public final class Fitted {
  private static final String RESOURCE = "fitted.properties";

  private final Map<String, Double> numbers;

  private Fitted(Map<String, Double> numbers) {
    this.numbers = Map.copyOf(numbers);
  }

  private static final class Shipped {
    static final Fitted FITTED = read();

    private static Fitted read() {
      var stream =
          Objects.requireNonNull(Fitted.class.getResourceAsStream(RESOURCE), RESOURCE + " is lost");
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        return Fitted.read(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What ships with the engine; read once. */
  public static Fitted shipped() {
    return Shipped.FITTED;
  }

  /** Reads lines of {@code name = number}. */
  public static Fitted read(Reader reader) throws IOException {
    var properties = new Properties();
    properties.load(reader);
    var numbers = new TreeMap<String, Double>();
    for (String name : properties.stringPropertyNames()) {
      try {
        numbers.put(name, Double.valueOf(properties.getProperty(name).strip()));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            name + " must be a number, found " + properties.getProperty(name), e);
      }
    }
    return new Fitted(numbers);
  }

  /** The number of that name. */
  public double get(String name) {
    Double number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no number was fitted for " + name);
    }
    return number;
  }

  /** The same with another number under a name that is there. */
  public Fitted with(String name, double number) {
    var changed = new TreeMap<>(numbers);
    if (changed.put(name, number) == null) {
      throw new IllegalArgumentException("no number was fitted for " + name);
    }
    return new Fitted(changed);
  }

  /** All of them, sorted by name. */
  public Map<String, Double> numbers() {
    return new TreeMap<>(numbers);
  }
}
