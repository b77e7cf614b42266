package dev.taxon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example:6543/taxon?user=anna&password=p%40ss&sslmode=require",
        "postgresql://anna:p%40ss@db.example:6543/taxon?sslmode=require",
        "postgres://anna:p%40ss@db.example:6543/taxon?sslmode=require",
      })
  void urlsOfEveryWritingAreRead(String url) {
    var address = PostgresAddress.of(url, null, null);

    assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:6543/taxon?sslmode=require");
    assertThat(address.user()).isEqualTo("anna");
    assertThat(address.password()).isEqualTo("p@ss");
    assertThat(address).hasToString("db.example:6543/taxon");
  }

  @Test
  void whatIsSaidBesideTheUrlWins() {
    var address = PostgresAddress.of("jdbc:postgresql://h/n?user=a&password=b", "c", "d+%20");

    assertThat(address.user()).isEqualTo("c");
    assertThat(address.password()).isEqualTo("d+%20");
    assertThat(address.url()).isEqualTo("jdbc:postgresql://h/n");
  }

  @Test
  void aPlusIsAPlus() {
    assertThat(PostgresAddress.of("postgres://a:b+c@h/n", null, null).password()).isEqualTo("b+c");
  }

  @Test
  void severalHostsAreLeftToTheDriver() {
    assertThat(PostgresAddress.of("jdbc:postgresql://h1:1,h2:2/n", null, null).url())
        .isEqualTo("jdbc:postgresql://h1:1,h2:2/n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "taxon",
        "jdbc:mysql://h/hunter2",
        "jdbc:postgresql:hunter2",
        "postgres://h",
        "postgres://h/",
        "postgres://a:hunter2 @h/n",
        "jdbc:postgresql://h/n?password=hunter2 "
      })
  void anythingElseIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> PostgresAddress.of(url, null, null))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageStartingWith("The database URL cannot be read: it should look like")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @Test
  void theReasonIsThatOfTheDatabase() {
    var address = PostgresAddress.of("postgres://a:hunter2@h:1/n", null, null);
    var failure = new RuntimeException("pool", new SQLException("Connection refused.\nMore."));

    assertThat(address.unavailable(failure))
        .hasMessage("The PostgreSQL database at h:1/n cannot be opened: Connection refused.");
  }

  @Test
  void settingsDoNotShowTheirSecrets() {
    var settings =
        new StoreSettings(Path.of("/data"), "postgres://a:hunter2@h/n", "anna", "hunter2", 4);

    assertThat(settings.toString())
        .isEqualTo("PostgreSQL, blobs in /data")
        .doesNotContain("hunter2");
  }
}
