package dev.taxon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Screen;
import dev.taxon.store.Store;
import dev.taxon.store.StoreSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys and projects are made in a folder that a running service holds. */
class KeysCommandTest {
  @TempDir Path folder;

  /** Stands for the service: it holds the folder's lock all the while. */
  private Store service;

  private UUID organization = new UUID(0, 0);

  private record Said(int exit, String out, String err) {}

  @BeforeEach
  void startService() {
    service = Store.open(StoreSettings.sqlite(folder), Clock.systemUTC());
    organization = service.access().createOrganization("Default").organizationId();
  }

  @AfterEach
  void stopService() {
    service.close();
  }

  private Said taxon(String... words) {
    return taxon(folder, words);
  }

  private static Said taxon(Path data, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Map<String, String> environment = Map.of("TAXON_DATA", data.toString());
    var console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            Screen.of("", environment));
    int exit = Main.run("taxon", List.of(words), console);
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNoIdIsSaidInPlainWords() {
    Said said = taxon("keys", "revoke", "nope");
    assertThat(said.exit()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("'nope' is no id such as").doesNotContain("java.");
  }

  private static JsonNode listed(Said list) {
    return JsonMapper.shared().readTree(list.out());
  }

  @Test
  void aKeyIsShownOnceAloneAndOpensAtOnce() throws IOException {
    Said made = taxon("keys", "create", "mail robot", "--user", "anna");

    assertThat(made.exit()).as(made.err()).isEqualTo(Exit.DONE);
    String secret = made.out().strip();
    assertThat(secret).matches("tx-[0-9A-Za-z]{40}");
    var key = service.access().authenticate(secret).orElseThrow();
    assertThat(key.organizationId()).isEqualTo(organization);
    assertThat(key.projectId()).isNull();
    assertThat(key.userId()).isEqualTo("anna");
    assertThat(made.err()).contains(key.id().toString()).doesNotContain(secret);
    assertThat(taxon("keys", "list").out()).contains("mail robot").doesNotContain(secret);
    for (String file : List.of("taxon.db", "taxon.db-wal")) {
      assertThat(new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1))
          .doesNotContain(secret);
    }
  }

  @Test
  void aKeyOfAProjectReachesThatAlone() {
    Said project = taxon("projects", "create", "Invoices");
    UUID id = UUID.fromString(project.out().strip());

    String byName = taxon("keys", "create", "a", "--project", "Invoices").out().strip();
    String byId = taxon("keys", "create", "b", "--project", id.toString()).out().strip();

    assertThat(service.access().authenticate(byName).orElseThrow().projectId()).isEqualTo(id);
    assertThat(service.access().authenticate(byId).orElseThrow().projectId()).isEqualTo(id);
    assertThat(taxon("projects", "create", "Invoices").exit()).isEqualTo(Exit.USAGE);
    Said none = taxon("keys", "create", "c", "--project", "None");
    assertThat(none.exit()).isEqualTo(Exit.NOT_FOUND);
    assertThat(none.err()).contains("there is no project 'None'");
  }

  @Test
  void aRevokedKeyOpensNoMore() {
    String secret = taxon("keys", "create", "short lived").out().strip();
    String id = service.access().authenticate(secret).orElseThrow().id().toString();

    assertThat(taxon("keys", "revoke", id).out()).isEqualTo("revoked " + id + "\n");

    assertThat(service.access().authenticate(secret)).isEmpty();
    assertThat(taxon("keys", "revoke", id).exit()).isEqualTo(Exit.NOT_FOUND);
    JsonNode key = listed(taxon("keys", "list", "--json")).get(0);
    assertThat(key.path("label").stringValue()).isEqualTo("short lived");
    assertThat(key.path("revoked").stringValue()).endsWith("Z");
  }

  @Test
  void aNewOrganizationIsATenantOfItsOwn() {
    String secret = taxon("keys", "create", "x", "--new-organization", "Größe & Co").out().strip();

    var key = service.access().authenticate(secret).orElseThrow();
    assertThat(key.organizationId()).isNotEqualTo(organization);
    Said unclear = taxon("keys", "create", "y");
    assertThat(unclear.exit()).isEqualTo(Exit.USAGE);
    assertThat(unclear.err()).contains("more than one organization").contains("Größe & Co");
    assertThat(taxon("keys", "create", "y", "--organization", "Default").exit())
        .isEqualTo(Exit.DONE);
    assertThat(taxon("keys", "create", "z", "--new-organization", "Default").exit())
        .isEqualTo(Exit.USAGE);
  }

  @Test
  void namesThatWouldConfuseAreRefused() {
    assertThat(taxon("keys", "create", "TAXON_API_KEY").exit()).isEqualTo(Exit.USAGE);
    assertThat(taxon("keys", "create", "  ").exit()).isEqualTo(Exit.USAGE);
    assertThat(taxon("projects", "create", "a\nb").exit()).isEqualTo(Exit.USAGE);
    assertThat(service.access().keys()).isEmpty();
  }

  @Test
  void aFolderWithoutDataIsLeftAlone(@TempDir Path empty) {
    Said made = taxon(empty, "keys", "create", "x");

    assertThat(made.exit()).isEqualTo(Exit.UNREACHABLE);
    assertThat(made.err()).contains("There is no data in " + empty);
    assertThat(empty).isEmptyDirectory();
  }
}
