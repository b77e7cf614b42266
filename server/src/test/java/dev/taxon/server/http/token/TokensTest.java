package dev.taxon.server.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.server.http.token.SignedUrls.Act;
import dev.taxon.server.http.token.SignedUrls.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");
  private static final UUID FILE = UUID.fromString("3f8a1c7e-52b4-4d06-9a1e-7c0b5d2e4f61");

  @Test
  void aPageTokenGivesItsPlaceBackForADay() {
    var made = new PageTokens(SECRET, at(Duration.ZERO));
    String token = made.after("place 1 | ü", "jobs of p1");

    assertThat(token).matches("[A-Za-z0-9_.-]+");
    assertThat(made.read(token, "jobs of p1")).contains("place 1 | ü");
    assertThat(at23Hours().read(token, "jobs of p1")).isPresent();
    assertThat(new PageTokens(SECRET, at(Duration.ofHours(24))).read(token, "jobs of p1"))
        .isEmpty();
  }

  @Test
  void aPageTokenFitsNoOtherListAndNoOtherServer() {
    String token = at23Hours().after("7", "jobs of p1");

    assertThat(at23Hours().read(token, "jobs of p2")).isEmpty();
    byte[] other = "another secret!!".getBytes(StandardCharsets.US_ASCII);
    assertThat(new PageTokens(other, at(Duration.ZERO)).read(token, "jobs of p1")).isEmpty();
  }

  @Test
  void everyCharacterOfAPageTokenCounts() {
    String token = at23Hours().after("7", "list");

    for (int i = 0; i < token.length(); i++) {
      for (char c : new char[] {'A', 'B', '1', '.', '-'}) {
        String altered = token.substring(0, i) + c + token.substring(i + 1);
        if (!altered.equals(token)) {
          assertThat(at23Hours().read(altered, "list")).as(altered).isEmpty();
        }
      }
    }
    for (String nonsense : new String[] {"", ".", "..", "a.b.c", "99999999999999999999.Nw.x"}) {
      assertThat(at23Hours().read(nonsense, "list")).isEmpty();
    }
  }

  @Test
  void aSignedUrlIsGoodForItsActUntilItEnds() {
    var urls = new SignedUrls(SECRET, at(Duration.ZERO));
    String path = urls.sign(Act.GET, FILE, Duration.ofHours(1)).path();

    assertThat(path).startsWith("/files/" + FILE + "?op=get&expires=1772446500&sig=");
    assertThat(urls.sign(Act.GET, FILE, Duration.ofHours(1)).expiresAt())
        .isEqualTo("2026-03-02T10:15:00Z");
    assertThat(judge(urls, Act.GET, path)).isEqualTo(Verdict.GOOD);
    assertThat(judge(urls, Act.PUT, path)).isEqualTo(Verdict.ALTERED);
    assertThat(judge(urls, Act.PUT, path.replace("op=get", "op=put"))).isEqualTo(Verdict.ALTERED);
    assertThat(judge(urls, Act.GET, path.replace("1772446500", "1972446500")))
        .isEqualTo(Verdict.ALTERED);
    assertThat(judge(new SignedUrls(SECRET, at(Duration.ofHours(1))), Act.GET, path))
        .isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void aSecretMustBeLongEnough() {
    assertThatThrownBy(() -> new Signer(new byte[15], "x"))
        .hasMessage("the signing secret must have at least 16 bytes");
  }

  private static Verdict judge(SignedUrls urls, Act act, String path) {
    String[] pieces = path.split("[/?&=]", -1);
    return urls.judge(act, pieces[2], pieces[4], pieces[6], pieces[8]);
  }

  private static PageTokens at23Hours() {
    return new PageTokens(SECRET, at(Duration.ofHours(23)));
  }

  private static Clock at(Duration later) {
    return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
  }
}
