package dev.taxon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.store.Scope;
import dev.taxon.store.Store;
import dev.taxon.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir Path data;
  private Store store;

  @BeforeEach
  void openStore() {
    store = Store.open(StoreSettings.sqlite(data), Clock.systemUTC());
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void theFirstStartMakesAKeyThatOpensADefaultProject() throws Exception {
    assertThat(keys(Map.of()).ensure()).contains(data.resolve("key"));

    String secret = Files.readString(data.resolve("key")).strip();
    assertThat(secret).matches("tx-[0-9A-Za-z]{40}");
    var key = store.access().authenticate(secret).orElseThrow();
    assertThat(store.access().projects(new Scope(key.organizationId(), null), null))
        .singleElement()
        .satisfies(project -> assertThat(project.name()).isEqualTo("Default"));
  }

  @Test
  void aSecondStartKeepsTheKey() throws Exception {
    keys(Map.of()).ensure();
    String secret = Files.readString(data.resolve("key"));

    assertThat(keys(Map.of()).ensure()).contains(data.resolve("key"));

    assertThat(Files.readString(data.resolve("key"))).isEqualTo(secret);
    assertThat(store.access().organizations()).hasSize(1);
  }

  @Test
  void aStartThatDiedAfterTheFileWasWrittenIsCompletedByTheNext() throws Exception {
    Files.writeString(data.resolve("key"), "tx-half\n");

    keys(Map.of()).ensure();

    assertThat(store.access().authenticate("tx-half")).isPresent();
  }

  @Test
  void aKeyThatIsSetStandsInForTheOneThatWouldBeMade() {
    assertThat(keys(Map.of("TAXON_API_KEY", "sesame")).ensure()).isEmpty();

    assertThat(store.access().authenticate("sesame")).isPresent();
    assertThat(data.resolve("key")).doesNotExist();
  }

  @Test
  void aKeyThatIsSetLaterOpensTheSameProjects() {
    keys(Map.of()).ensure();

    keys(Map.of("TAXON_API_KEY", "sesame")).ensure();

    assertThat(store.access().organizations()).hasSize(1);
    assertThat(store.access().authenticate("sesame")).isPresent();
  }

  @Test
  void aKeyThatIsSetReplacesTheOneThatWasSetBeforeAndNoOther() throws Exception {
    keys(Map.of()).ensure();
    keys(Map.of("TAXON_API_KEY", "old")).ensure();

    keys(Map.of("TAXON_API_KEY", "new")).ensure();

    assertThat(store.access().authenticate("new")).isPresent();
    assertThat(store.access().authenticate("old")).isEmpty();
    assertThat(store.access().authenticate(Files.readString(data.resolve("key")).strip()))
        .isPresent();
  }

  @Test
  void aRevokedKeyIsRefused() {
    keys(Map.of("TAXON_API_KEY", "sesame")).ensure();
    store.access().revokeKey(store.access().authenticate("sesame").orElseThrow().id());

    assertThatThrownBy(() -> keys(Map.of("TAXON_API_KEY", "sesame")).ensure())
        .isInstanceOf(BadSetting.class)
        .hasMessage("TAXON_API_KEY is a key that was revoked; choose another.");
  }

  @Test
  void anAddressThatOthersReachIsRefusedWhileThereIsNoKey() {
    assertThatThrownBy(() -> keys(Map.of("TAXON_HOST", "0.0.0.0")).refuseStrangers())
        .isInstanceOf(BadSetting.class)
        .hasMessage(
            "TAXON_HOST is '0.0.0.0', which other machines can reach, and there is no key yet; set"
                + " TAXON_API_KEY (or --key), or start once on 127.0.0.1 to have a key made.");
    assertThat(store.access().isEmpty()).isTrue();

    keys(Map.of("TAXON_HOST", "0.0.0.0", "TAXON_API_KEY", "sesame")).refuseStrangers();
    keys(Map.of("TAXON_HOST", "::1")).refuseStrangers();
    keys(Map.of()).ensure();
    keys(Map.of("TAXON_HOST", "0.0.0.0")).refuseStrangers();
  }

  @Test
  void theSigningSecretIsMadeOnce() {
    byte[] secret = keys(Map.of()).signingSecret();

    assertThat(secret).hasSize(32);
    assertThat(keys(Map.of()).signingSecret()).isEqualTo(secret);
  }

  private Keys keys(Map<String, String> variables) {
    var all = new HashMap<>(variables);
    all.put("TAXON_DATA", data.toString());
    Settings settings = Configuration.read(Map.of(), all, data, Set.of()).settings();
    return new Keys(settings, store.access(), RandomGenerator.getDefault());
  }
}
