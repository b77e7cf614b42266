package dev.taxon.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "https://Example.ORG, https://example.org/",
    "HTTP://example.org:80/a?b#c, http://example.org/a?b",
    "https://example.org.:8443/, https://example.org:8443/",
    "https://bücher.example/ä, https://xn--bcher-kva.example/%C3%A4",
    "http://127.0.0.1/, http://127.0.0.1/",
    "'http://[::1]:8080/x', 'http://[0:0:0:0:0:0:0:1]:8080/x'",
    "'http://[::ffff:10.0.0.1]/', http://10.0.0.1/"
  })
  void oneSpellingIsUnderstood(String written, String understood) {
    assertThat(Target.of(written)).hasToString(understood);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "file:///etc/passwd",
        "http:/example.org",
        "//example.org",
        "",
        "http://",
        "http:///x",
        "http://user:pw@example.org/",
        "http://example.org:99999/",
        "http://example.org:0/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://127.0.0.1.5/",
        "http://1.2.3.256/",
        "http://010.0.0.1/",
        "http://exa mple.org/",
        "http://example.org\\@evil.example/",
        "http://[::1%25eth0]/",
        "http://[1.2.3.4]/",
        "http://a..b/",
        "http://example.org/\u0000"
      })
  void whatCanBeReadInTwoWaysIsRefused(String written) {
    assertThatThrownBy(() -> Target.of(written)).isInstanceOf(RefusedTarget.class);
  }

  @Test
  void redirectsAreReadFromWhereTheyStand() {
    Target at = Target.of("https://example.org/a/b?c");
    assertThat(at.redirect("../d")).hasToString("https://example.org/d");
    assertThat(at.redirect("//other.example/x")).hasToString("https://other.example/x");
    assertThatThrownBy(() -> at.redirect("file:///etc/passwd")).isInstanceOf(RefusedTarget.class);
  }
}
