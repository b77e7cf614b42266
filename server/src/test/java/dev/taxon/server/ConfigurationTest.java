package dev.taxon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.server.access.Limits;
import dev.taxon.store.Quota;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  @TempDir Path folder;
  @TempDir Path data;

  @Test
  void everySettingHasAStandard() {
    Settings settings = read(Map.of()).settings();

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.workers()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.uploadLimit()).isEqualTo(512L << 20);
    assertThat(settings.readLimits()).isEqualTo(dev.taxon.ReadLimits.DEFAULT);
    assertThat(settings.stopGrace()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.trustedProxies()).isEmpty();
    assertThat(settings.apiKey()).isNull();
  }

  @Test
  void aFlagBeatsAVariableBeatsTheWorkingFolderBeatsTheDataFolder() throws Exception {
    Files.writeString(data.resolve("taxon.properties"), "taxon.port=1\ntaxon.workers=1\n");
    assertOrigin(read(Map.of()), "port", "1", data.resolve("taxon.properties").toString());

    Files.writeString(folder.resolve("taxon.properties"), "taxon.port=2\n");
    assertOrigin(read(Map.of()), "port", "2", folder.resolve("taxon.properties").toString());
    assertOrigin(read(Map.of()), "workers", "1", data.resolve("taxon.properties").toString());

    assertOrigin(read(Map.of("TAXON_PORT", "3")), "port", "3", "TAXON_PORT");
    Configuration flag =
        Configuration.read(
            Map.of("port", "4"), variables(Map.of("TAXON_PORT", "3")), folder, Set.of());
    assertOrigin(flag, "port", "4", "--port");
    assertThat(flag.settings().port()).isEqualTo(4);
    assertOrigin(flag, "host", "127.0.0.1", "default");
    assertOrigin(flag, "tesseract", "tesseract on the PATH", "default");
  }

  @Test
  void limitsAreOffForThisMachineAloneAndOnForOthersUnlessTheyAreSet() {
    assertThat(read(Map.of()).settings().limits()).isEqualTo(Limits.NONE);
    Limits reachable = read(Map.of("TAXON_HOST", "0.0.0.0")).settings().limits();
    assertThat(reachable.requestsPerSecond()).isEqualTo(100);
    assertThat(reachable.perProject()).isEqualTo(new Quota(1_000_000, 100L << 30));
    assertThat(reachable.waitingDocuments()).isEqualTo(100_000);

    Limits set =
        read(Map.of(
                "TAXON_HOST", "0.0.0.0",
                "TAXON_RATE_LIMIT", "off",
                "TAXON_PROJECT_FILES", "7",
                "TAXON_PROJECT_BYTES", "2KiB",
                "TAXON_QUEUE_LIMIT", "off"))
            .settings()
            .limits();
    assertThat(set).isEqualTo(new Limits(0, new Quota(7, 2_048), 0));
    assertThatThrownBy(() -> read(Map.of("TAXON_RATE_LIMIT", "0")))
        .hasMessage(
            "TAXON_RATE_LIMIT is '0'; it must be a whole number from 1 to 1000000, or off.");
  }

  @Test
  void anEmptyValueIsNone() {
    assertThat(read(Map.of("TAXON_PORT", "")).settings().port()).isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAXON_PORT | 65536 | TAXON_PORT is '65536'; it must be a whole number from 0 to 65535.",
        "TAXON_PORT | http | TAXON_PORT is 'http'; it must be a whole number from 0 to 65535.",
        "TAXON_READ_TIME | 2 minutes | TAXON_READ_TIME is '2 minutes'; it must be a time from 0.1s"
            + " to 24h, such as 30s, 2m or 1h30m.",
        "TAXON_UPLOAD_LIMIT | 0 | TAXON_UPLOAD_LIMIT is '0'; it must be a size from 1 byte, such as"
            + " 512MiB, 2GiB or 1000000.",
        "TAXON_LOG_FORMAT | xml | TAXON_LOG_FORMAT is 'xml'; it must be one of plain, json.",
        "TAXON_PUBLIC_URL | ftp://x | TAXON_PUBLIC_URL is 'ftp://x'; it must be an http or https"
            + " address without query, such as https://taxon.example.org.",
        "TAXON_TRUSTED_PROXIES | 10.0.0.1;x | TAXON_TRUSTED_PROXIES is '10.0.0.1;x'; it must be IP"
            + " addresses or networks such as 10.0.0.0/8, with commas between.",
        "TAXON_API_KEY | two words | TAXON_API_KEY is not usable; it must be 1 to 512"
            + " printable ASCII characters without spaces.",
      })
  void aValueThatIsNotAllowedIsRefusedInOneSentence(String name, String value, String sentence) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(BadSetting.class)
        .hasMessage(sentence);
  }

  @Test
  void aBadValueIsNamedByWhereItStands() throws Exception {
    Path file = folder.resolve("taxon.properties");
    Files.writeString(file, "taxon.port=x\n");
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageStartingWith("taxon.port in " + file + " is 'x'; it must be ");
    assertThatThrownBy(
            () -> Configuration.read(Map.of("port", "y"), variables(Map.of()), folder, Set.of()))
        .hasMessageStartingWith("--port is 'y'; it must be ");
  }

  @ParameterizedTest
  @CsvSource({"1000,1000", "4K,4096", "4KiB,4096", "512mb,536870912", "2GiB,2147483648", "7B,7"})
  void sizesAreReadAsPeopleWriteThem(String text, long bytes) {
    assertThat(read(Map.of("TAXON_UPLOAD_LIMIT", text)).settings().uploadLimit()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"30s,30000", "1m30s,90000", "0.5s,500", "2h,7200000"})
  void timesAreReadAsPeopleWriteThem(String text, long millis) {
    assertThat(read(Map.of("TAXON_READ_TIME", text)).settings().readLimits().time())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void aNameThatIsNoSettingIsReportedWithTheNearestOne() throws Exception {
    Files.writeString(folder.resolve("taxon.properties"), "taxon.hots=::1\nport=1\n");

    assertThat(read(Map.of("TAXON_PROT", "1", "TAXON_ERRORS", "stderr", "PATH", "/")).warnings())
        .containsExactly(
            "port in " + folder.resolve("taxon.properties") + " is not a setting and is ignored.",
            "taxon.hots in "
                + folder.resolve("taxon.properties")
                + " is not a setting and is ignored; did you mean taxon.host?",
            "TAXON_PROT is not a setting and is ignored; did you mean TAXON_PORT?");
  }

  @Test
  void secretsAreNeverShown() {
    Configuration configuration =
        read(
            Map.of(
                "TAXON_API_KEY", "sesame",
                "TAXON_DATABASE_PASSWORD", "sesame",
                "TAXON_DATABASE_URL", "jdbc:postgresql://h/d?password=sesame"));

    assertThat(configuration.settings().apiKey()).isEqualTo("sesame");
    assertThat(String.join("\n", configuration.lines()))
        .contains("api-key = (hidden)  (TAXON_API_KEY)")
        .doesNotContain("sesame");
    assertThat(configuration.toString()).doesNotContain("sesame");
  }

  @Test
  void dataLiesWhereTheDesktopKeepsIt() {
    assertThat(Configuration.standardData(Map.of("XDG_DATA_HOME", "/x", "HOME", "/h")))
        .isEqualTo(Path.of("/x/taxon"));
    assertThat(Configuration.standardData(Map.of("HOME", "/h")))
        .isEqualTo(Path.of("/h/.local/share/taxon"));
  }

  private Configuration read(Map<String, String> variables) {
    return Configuration.read(Map.of(), variables(variables), folder, Set.of("TAXON_ERRORS"));
  }

  private Map<String, String> variables(Map<String, String> variables) {
    var all = new HashMap<>(variables);
    all.put("TAXON_DATA", data.toString());
    return all;
  }

  private static void assertOrigin(
      Configuration configuration, String name, String value, String source) {
    assertThat(configuration.origins())
        .filteredOn(origin -> origin.name().equals(name))
        .isEqualTo(List.of(new Configuration.Origin(name, value, source)));
  }
}
