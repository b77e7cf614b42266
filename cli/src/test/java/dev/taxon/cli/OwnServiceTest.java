package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnServiceTest {
  @TempDir Path data;

  private OwnService own(String variable, String value) {
    return new OwnService(Map.of("TAXON_DATA", data.toString(), variable, value));
  }

  @Test
  void listensWhereAVariableSaysElseWhereItWroteDownElseAtTheUsualPlace() throws IOException {
    assertThat(own("", "").base()).isEqualTo("http://127.0.0.1:8080");
    Files.writeString(data.resolve("address"), "http://127.0.0.1:9123\n");
    assertThat(own("", "").base()).isEqualTo("http://127.0.0.1:9123");
    assertThat(own("TAXON_PORT", "9000").base()).isEqualTo("http://127.0.0.1:9000");
    assertThat(own("TAXON_PORT", "0").base()).isEqualTo("http://127.0.0.1:9123");
  }

  @Test
  void itsKeyIsTheOneThatIsSetElseTheOneInItsFolder() throws IOException {
    assertThat(own("", "").key()).isEmpty();
    Files.writeString(data.resolve("key"), "from-file\n");
    assertThat(own("", "").key()).contains("from-file");
    Files.writeString(data.resolve("taxon.yaml"), "api-key: of-the-service\n");
    assertThat(own("", "").key()).contains("of-the-service");
    assertThat(own("TAXON_API_KEY", " set ").key()).contains("set");
    Files.writeString(data.resolve("taxon.yaml"), "api-key: [broken]\n");
    assertThat(own("", "").key()).as("the service tells of it").contains("from-file");
  }

  @Test
  void theUsersFileSaysWhereItKeepsItsDataToo(@TempDir Path home) throws IOException {
    Path file = home.resolve("taxon/taxon.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "data: " + data + "\napi-key: mine\n");
    var own = new OwnService(Map.of("XDG_CONFIG_HOME", home.toString()));
    assertThat(own.data()).isEqualTo(data);
    assertThat(own.key()).contains("mine");
  }
}
