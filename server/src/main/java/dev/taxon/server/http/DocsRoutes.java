package dev.taxon.server.http;

import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.HttpRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * The contract as a web page that works without a network: Swagger UI from its jar, and a page of
 * our own around it that may load from this server alone.
 */
final class DocsRoutes {
  private static final String UI = "/META-INF/resources/webjars/swagger-ui/";
  private static final String UI_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String OWN = "/dev/taxon/server/http/docs/";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  /** The user interface writes styles into its elements and pictures into its style sheet. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private record Asset(String resource, String type) {}

  private final Map<String, Asset> assets;

  DocsRoutes() {
    String ui = UI + version() + "/";
    assets =
        Map.of(
            "page.js", new Asset(OWN + "page.js", SCRIPT),
            "page.css", new Asset(OWN + "page.css", STYLE),
            "swagger-ui-bundle.js", new Asset(ui + "swagger-ui-bundle.js", SCRIPT),
            "swagger-ui.css", new Asset(ui + "swagger-ui.css", STYLE),
            "favicon-32x32.png", new Asset(ui + "favicon-32x32.png", "image/png"));
  }

  Map<String, Action> actions() {
    return Map.of(
        "docs", _ -> answer(new Asset(OWN + "index.html", HTML)),
        "docsAsset",
            call ->
                answer(
                    call.inputs()
                        .path("asset")
                        .map(assets::get)
                        .orElseThrow(() -> new HttpRefusal(404, "Not Found"))));
  }

  private static Answer answer(Asset asset) {
    return Answer.bytes(asset.type(), bytes(asset.resource()))
        .with("Content-Security-Policy", POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  private static String version() {
    var properties = new Properties();
    try (InputStream file = open(UI_VERSION)) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static byte[] bytes(String resource) {
    try (InputStream file = open(resource)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream file = DocsRoutes.class.getResourceAsStream(resource);
    if (file == null) {
      throw new IllegalStateException(resource + " is missing from the program");
    }
    return file;
  }
}
