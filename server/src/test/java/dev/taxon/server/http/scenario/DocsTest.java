package dev.taxon.server.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DocsTest extends Scenario {
  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @Test
  @DisplayName("anybody reads the contract as JSON, word for word what the YAML says")
  void contractAsJson() {
    Reply json = k1.api().as(null).get("/openapi.json");
    assertThat(json.status()).isEqualTo(200);
    assertThat(json.header("Content-Type")).startsWith("application/json");
    assertThat(json.json())
        .isEqualTo(new YAMLMapper().readTree(k1.api().as(null).get("/openapi.yaml").string()));
  }

  @Test
  @DisplayName("the page and all that it loads come from this server, and nothing else may")
  void pageIsWhole() {
    Api anyone = k1.api().as(null);
    Reply page = anyone.get("/docs");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self';")
        .doesNotContain("http");

    Matcher reference = REFERENCE.matcher(page.string());
    int found = 0;
    while (reference.find()) {
      Reply part = anyone.get(reference.group(1));
      assertThat(part.status()).as(reference.group(1)).isEqualTo(200);
      assertThat(part.body()).as(reference.group(1)).isNotEmpty();
      found++;
    }
    assertThat(found).isEqualTo(6);
    assertThat(anyone.get("/docs/page.js").string()).contains("/openapi.json");
  }

  @Test
  @DisplayName("what is no part of the page is not found")
  void nothingElse() {
    for (String path : new String[] {"/docs/index.html", "/docs/..%2fopenapi.yaml", "/docs/a/b"}) {
      Reply reply = k1.api().as(null).get(path);
      assertThat(reply.toString()).as(path).isEqualTo("404 {\"detail\":\"Not Found\"}");
    }
  }
}
