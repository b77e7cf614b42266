package dev.taxon.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignatureTest {
  @ParameterizedTest
  @CsvSource({
    "v2-webhook-delivery-json-body, /headers/LC-Signature",
    "v2-webhook-delivery-string-body, /signature_of_string_body",
  })
  @DisplayName("V2-54 the published bodies have the published signatures, to the byte")
  void publishedVectors(String body, String signature) throws IOException {
    JsonNode delivery = new JsonMapper().readTree(bytes("v2-webhook-delivery-headers"));

    assertThat(Signature.of(delivery.path("secret").stringValue(), bytes(body)))
        .isEqualTo(delivery.at(signature).stringValue());
  }

  @Test
  @DisplayName("the second test case of RFC 4231")
  void rfc4231() {
    assertThat(Signature.of("Jefe", utf8("what do ya want for nothing?")))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  @DisplayName("a key beyond ASCII counts by its UTF-8, a body by its bytes")
  void utf8KeyAndBody() {
    // printf '{"Straße":"日本"}' | openssl dgst -sha256 -hmac 'schlüssel-鍵'
    assertThat(Signature.of("schlüssel-鍵", utf8("{\"Straße\":\"日本\"}")))
        .isEqualTo("sha256=bf5878eecd00bd46dbc22166afd588b8e663b21e6ace6fd9aaf51f4010a979a6");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String example) throws IOException {
    try (InputStream file =
        SignatureTest.class.getResourceAsStream("/examples/" + example + ".json")) {
      assertThat(file).as(example).isNotNull();
      return file.readAllBytes();
    }
  }
}
