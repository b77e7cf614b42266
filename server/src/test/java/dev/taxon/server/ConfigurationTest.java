package dev.taxon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.server.access.Limits;
import dev.taxon.store.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  @TempDir Path folder;
  @TempDir Path data;
  @TempDir Path home;

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
  void aFlagBeatsAVariableBeatsTheWorkingFolderBeatsTheUserBeatsTheDataFolder() throws Exception {
    Path kept = Files.writeString(data.resolve("taxon.properties"), "taxon.port=1\nworkers=1\n");
    assertOrigin(read(Map.of()), "port", "1", kept.toString());

    Path user = userFile("# mine\ntaxon.port: 2\n");
    assertOrigin(read(Map.of()), "port", "2", user + ":2");
    assertOrigin(read(Map.of()), "workers", "1", kept.toString());

    Path working = Files.writeString(folder.resolve("taxon.yaml"), "port: 3\n");
    assertOrigin(read(Map.of()), "port", "3", working + ":1");

    assertOrigin(read(Map.of("TAXON_PORT", "4")), "port", "4", "TAXON_PORT");
    Configuration flag =
        Configuration.read(
            Map.of("port", "5"), variables(Map.of("TAXON_PORT", "4")), folder, Set.of());
    assertOrigin(flag, "port", "5", "--port");
    assertThat(flag.settings().port()).isEqualTo(5);
    assertOrigin(flag, "host", "127.0.0.1", "default");
    assertOrigin(flag, "tesseract", "tesseract on the PATH", "default");
  }

  @Test
  void aFileIsYamlOrPropertiesWithOrWithoutTheNameOfTheProgram() throws Exception {
    Path yaml = folder.resolve("taxon.yaml");
    for (String text :
        List.of(
            "engine: fast\nread-time: 3m\nwebhooks: no\n",
            "taxon.engine: FAST\ntaxon.read-time: '3m'\ntaxon.webhooks: 'no'\n",
            "taxon:\n  engine: fast\n  webhooks: no\nread-time: 3m\n",
            "{\"engine\": \"fast\", \"read-time\": \"3m\", \"webhooks\": \"no\"}")) {
      Files.writeString(yaml, text);
      Settings settings = read(Map.of()).settings();
      assertThat(settings.engine()).as(text).isEqualTo(Settings.Engine.FAST);
      assertThat(settings.readLimits().time()).as(text).isEqualTo(Duration.ofMinutes(3));
      assertThat(settings.outward().webhooks()).as(text).isFalse();
    }
    for (String empty : List.of("", "# nothing\n", "---\n", "port:\nhost: null\ntaxon:\n")) {
      Files.writeString(yaml, empty);
      assertThat(read(Map.of()).settings().port()).as(empty).isEqualTo(8080);
    }
    Files.writeString(folder.resolve("taxon.properties"), "port=1");
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(BadSetting.class)
        .hasMessage(
            "Both "
                + yaml
                + " and "
                + folder.resolve("taxon.properties")
                + " are there; keep one of the two.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "engine: [fast] | engine in FILE:1 is a list; it must be one value, such as several words"
            + " with commas between.",
        "engine: {way: fast} | engine in FILE:1 is a mapping; it must be one value, such as several"
            + " words with commas between.",
        "port: 1~engin: fast | engin in FILE:2 is not a setting; did you mean engine?",
        "kingdom: animalia | kingdom in FILE:1 is not a setting.",
        "taxon.prt: 1 | taxon.prt in FILE:1 is not a setting; did you mean taxon.port?",
        "port: 1~~port: 2 | port in FILE:1 is set again in FILE:3.",
        "port: 1~taxon.port: 2 | port in FILE:1 is set again in FILE:2.",
        "a: b: c | FILE:1 is not YAML: mapping values are not allowed here; write one NAME: VALUE a"
            + " line.",
        "port:~\tx: 1 | FILE:2 is not YAML: found character '\\t(TAB)' that cannot start any token; write"
            + " one NAME: VALUE a line.",
        "- fast | FILE:1 holds no settings; write one NAME: VALUE a line.",
        "fast | FILE:1 holds no settings; write one NAME: VALUE a line.",
        "? [a]~: b | FILE:1 has a name that is no word; write one NAME: VALUE a line.",
        "port: x | port in FILE:1 is 'x'; it must be a whole number from 0 to 65535.",
      })
  void aWrongFileIsRefusedInOneSentence(String text, String sentence) throws Exception {
    Path file = folder.resolve("taxon.yaml");
    Files.writeString(file, text.replace('~', '\n'));
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(BadSetting.class)
        .hasMessage(sentence.replace("FILE", file.toString()));
  }

  @Test
  void aFileThatNobodyWroteIsRefusedToo() throws Exception {
    Path file = folder.resolve("taxon.yaml");
    String unreadable =
        "The settings in "
            + file
            + " cannot be read; the file must be text in UTF-8, of 1 MiB at most, that this user"
            + " may read.";
    Files.write(file, new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(() -> read(Map.of())).hasMessage(unreadable);
    Files.write(file, new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> read(Map.of())).hasMessage(unreadable);
    Files.writeString(file, "[".repeat(500_000));
    assertThatThrownBy(() -> read(Map.of())).isInstanceOf(BadSetting.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data",
        "tesseract",
        "public-url",
        "outbound-ca",
        "database-url",
        "database-user",
        "database-password",
        "api-key",
        "secrets-key",
        "llm-url",
        "llm-model",
        "llm-key"
      })
  void aFolderThatMayBeSomebodyElsesSetsNothingPersonal(String name) throws Exception {
    Path file = Files.writeString(folder.resolve("taxon.yaml"), name + ": /x\n");
    String variable = "TAXON_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(BadSetting.class)
        .hasMessage(
            name
                + " in "
                + file
                + ":1 is not taken from the working folder, whose files may be somebody else's; set "
                + variable
                + " or put it into "
                + home.resolve("taxon/taxon.yaml")
                + ".");
    Files.delete(file);
    Files.writeString(folder.resolve("taxon.properties"), "taxon." + name + "=/x\n");
    assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("not taken from the working");
  }

  @Test
  void aFolderThatMayBeSomebodyElsesSendsNoDocumentsToAModel() throws Exception {
    Path file = Files.writeString(folder.resolve("taxon.yaml"), "engine: OpenAI\n");
    Map<String, String> model = Map.of("TAXON_LLM_URL", "http://h/v1", "TAXON_LLM_MODEL", "m");
    assertThatThrownBy(() -> read(model))
        .hasMessageStartingWith(
            "engine: OpenAI in " + file + ":1 is not taken from the working folder");
    Files.writeString(file, "engine: builtin\n");
    assertThat(read(model).settings().engine()).isEqualTo(Settings.Engine.BUILTIN);
  }

  @Test
  void aServiceThatIsStartedInItsDataFolderTakesAllFromIt() throws Exception {
    Files.writeString(data.resolve("taxon.yaml"), "tesseract: /opt/tesseract\nport: 1\n");
    Configuration inside = Configuration.read(Map.of(), variables(Map.of()), data, Set.of());
    assertThat(inside.settings().tesseract()).isEqualTo(Path.of("/opt/tesseract"));
    assertThat(inside.settings().port()).isEqualTo(1);

    Files.writeString(folder.resolve("taxon.yaml"), "data: " + folder + "\n");
    assertThatThrownBy(() -> Configuration.read(Map.of(), Map.of(), folder, Set.of()))
        .as("a folder cannot make itself the one of the data")
        .hasMessageContaining("not taken from the working folder");
  }

  @Test
  void theUsersFileHoldsInEveryFolder() throws Exception {
    Path user = userFile("tesseract: tesseract-5\ndata: " + data + "\napi-key: sesame\n");
    Map<String, String> environment = Map.of("XDG_CONFIG_HOME", home.toString());
    Configuration read = Configuration.read(Map.of(), environment, folder, Set.of());
    assertThat(read.settings().tesseract()).isEqualTo(Path.of("tesseract-5"));
    assertThat(read.settings().data()).isEqualTo(data);
    assertThat(Configuration.read(Map.of(), environment, user.getParent(), Set.of()).settings())
        .isEqualTo(read.settings());
    assertThat(Configuration.ofUser(SettingsTable.API_KEY, environment)).contains("sesame");
    assertThat(Configuration.ofUser(SettingsTable.PORT, environment)).isEmpty();

    for (String name : List.of("data", "tesseract", "profiles", "outbound-ca")) {
      userFile(name + ": some/where\n");
      assertThatThrownBy(() -> Configuration.read(Map.of(), environment, folder, Set.of()))
          .hasMessage(name + " in " + user + ":1 is 'some/where'; there it must be a whole path.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "XDG_CONFIG_HOME, conf, conf/taxon",
    "APPDATA, roaming, roaming/taxon",
    "HOME, me, me/.config/taxon"
  })
  void theUsersFileLiesWhereTheSystemKeepsSuch(String variable, String value, String folderOfIt)
      throws Exception {
    Path file = home.resolve(folderOfIt).resolve("taxon.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "port: 9\n");
    Configuration read =
        Configuration.read(
            Map.of(), Map.of(variable, home.resolve(value).toString()), folder, Set.of());
    assertThat(read.settings().port()).isEqualTo(9);
    assertThat(
            Configuration.read(Map.of(), Map.of(variable, value), folder, Set.of())
                .settings()
                .port())
        .as("what leads from the working folder is no user's")
        .isEqualTo(8080);
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
        .hasMessageStartingWith("port in " + file + " is 'x'; it must be ");
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
  void aVariableThatIsNoSettingIsReportedWithTheNearestOne() {
    assertThat(read(Map.of("TAXON_PROT", "1", "TAXON_ERRORS", "stderr", "PATH", "/")).warnings())
        .containsExactly("TAXON_PROT is not a setting and is ignored; did you mean TAXON_PORT?");
  }

  @Test
  void aNameThatIsNoSettingIsRefusedInPropertiesToo() throws Exception {
    Path file = Files.writeString(folder.resolve("taxon.properties"), "taxon.hots=::1\n");
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage("taxon.hots in " + file + " is not a setting; did you mean taxon.host?");
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
    all.put("XDG_CONFIG_HOME", home.toString());
    return all;
  }

  private Path userFile(String text) throws IOException {
    Path file = home.resolve("taxon/taxon.yaml");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void assertOrigin(
      Configuration configuration, String name, String value, String source) {
    assertThat(configuration.origins())
        .filteredOn(origin -> origin.name().equals(name))
        .isEqualTo(List.of(new Configuration.Origin(name, value, source)));
  }
}
