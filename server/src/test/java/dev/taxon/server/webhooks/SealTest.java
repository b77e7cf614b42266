package dev.taxon.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final byte[] OLD =
      "an old secret of 32 bytes or more".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEW =
      "a new secret of 32 bytes or more.".getBytes(StandardCharsets.US_ASCII);

  private static Seal seal(byte[]... secrets) {
    return new Seal(List.of(secrets), new SecureRandom());
  }

  @Test
  void opensWhatItSealedAndNeverSealsAlike() throws Exception {
    var seal = seal(OLD);
    String once = seal.seal("hush", "here");
    assertThat(once).startsWith(seal.prefix()).doesNotContain("hush");
    assertThat(seal.seal("hush", "here")).isNotEqualTo(once);
    assertThat(seal.open(once, "here")).isEqualTo("hush");
  }

  @Test
  void openedNowhereElseAndByNobodyElse() {
    String sealed = seal(OLD).seal("hush", "here");
    assertThatThrownBy(() -> seal(OLD).open(sealed, "there")).isInstanceOf(Seal.WrongKey.class);
    assertThatThrownBy(() -> seal(NEW).open(sealed, "here")).isInstanceOf(Seal.WrongKey.class);
    assertThatThrownBy(() -> seal(OLD).open("no seal", "here")).isInstanceOf(Seal.WrongKey.class);
  }

  @Test
  void keysFollowOneAnother() throws Exception {
    String sealed = seal(OLD).seal("hush", "here");
    var both = seal(NEW, OLD);
    assertThat(both.open(sealed, "here")).isEqualTo("hush");
    assertThat(both.prefix()).isEqualTo(seal(NEW).prefix()).isNotEqualTo(seal(OLD).prefix());
  }

  @Test
  void signaturesAreThoseOfTheContract() {
    byte[] body = "{\"event_id\":1}".getBytes(StandardCharsets.UTF_8);
    assertThat(Signature.of("correct-horse", body)).matches("sha256=[0-9a-f]{64}");
  }
}
