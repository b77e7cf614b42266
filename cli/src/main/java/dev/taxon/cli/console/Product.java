package dev.taxon.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** What this program is and where it lies. */
public final class Product {
  private Product() {}

  /** The version that the build gave it. */
  public static String version() {
    var properties = new Properties();
    try (InputStream stored = Product.class.getResourceAsStream("product.properties")) {
      if (stored == null) {
        throw new IllegalStateException("the program's own product.properties is missing");
      }
      properties.load(stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** Name and version. */
  public static String title() {
    return "taxon " + version();
  }

  /** What a person types to call this program: {@code taxon}, {@code ./taxon} or a path. */
  public static String typed() {
    return System.getProperty("taxon.typed", "taxon");
  }

  /** The folder of the distribution or of the sources, which holds {@code examples}. */
  public static Path home() {
    return Path.of(System.getProperty("taxon.home", ".")).toAbsolutePath().normalize();
  }
}
