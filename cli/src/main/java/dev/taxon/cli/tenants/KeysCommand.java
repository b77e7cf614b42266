package dev.taxon.cli.tenants;

import dev.taxon.cli.console.Console;
import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.server.access.Secret;
import dev.taxon.store.Access;
import dev.taxon.store.IssuedKey;
import dev.taxon.store.Organization;
import dev.taxon.store.StoreSettings;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keys of a service: made, shown once, listed and ended. */
@Command(
    name = "keys",
    description = "Makes, lists and revokes keys of the service whose data this machine has.",
    footer = {
      "",
      "Works on the data folder, whether the service runs or not; a running one follows at once.",
      "Projects that a key can be bound to are made with: ${ROOT-COMMAND-NAME} projects create NAME",
      "Exit codes: 0 done; 2 wrong flags; 5 no such key, project or organization; 6 no data.",
      "",
      "Example:",
      "  ${COMMAND-FULL-NAME} create \"mail robot\" --project Invoices"
    })
public final class KeysCommand implements Runnable {
  /** What the service itself calls its keys; it revokes others of such a name. */
  private static final Set<String> TAKEN = Set.of("key", "TAXON_API_KEY");

  private static final int LONGEST = 200;

  private final Console console;
  private final OwnTenants tenants;

  @Spec private CommandSpec spec = CommandSpec.create();

  public KeysCommand(Console console, Supplier<StoreSettings> settings) {
    this.console = console;
    this.tenants = new OwnTenants(settings);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code keys create}. */
  @Command(
      name = "create",
      description =
          "Make a key. It is printed once, alone on standard output, and kept only as a hash.",
      footer = {
        "",
        "Examples:",
        "  ${COMMAND-FULL-NAME} \"mail robot\" --project Invoices",
        "  ${COMMAND-FULL-NAME} \"another office\" --new-organization Branch"
      })
  int create(
      @Parameters(paramLabel = "LABEL", description = "What the key is for.") String label,
      @Option(
              names = "--project",
              paramLabel = "PROJECT",
              description = "The only project it reaches, by name or id; else the organization.")
          @Nullable String project,
      @Option(
              names = "--organization",
              paramLabel = "ORG",
              description = "Whose it is, by name or id; needed where there are several.")
          @Nullable String organization,
      @Option(
              names = "--new-organization",
              paramLabel = "NAME",
              description = "Make an organization for it, a tenant that sees nothing of others.")
          @Nullable String fresh,
      @Option(
              names = "--user",
              paramLabel = "NAME",
              description = "The owner's name, as jobs show it.",
              defaultValue = "usr-local")
          String user) {
    String called = name("LABEL", label);
    if (TAKEN.contains(called)) {
      throw new Failure(
          Exit.USAGE, "'" + called + "' is what the service calls its own key", "LABEL", null);
    }
    if (fresh != null && (organization != null || project != null)) {
      throw new Failure(
          Exit.USAGE,
          "a new organization has no projects yet and is named once",
          "--new-organization",
          "leave out --organization and --project");
    }
    String owner = name("--user", user);
    String secret = Secret.fresh(new SecureRandom());
    String made =
        tenants.with(access -> {
          Organization whose =
              fresh == null
                  ? OwnTenants.organization(access, organization)
                  : made(access, name("--new-organization", fresh));
          UUID only = project == null ? null : OwnTenants.project(access, whose, project).id();
          UUID id = access.createKey(secret, called, owner, whose.id(), only).id();
          return id
              + (only == null
                  ? " for organization " + whose.name()
                  : " for project " + project + " of " + whose.name());
        });
    console.out().println(secret);
    console.err().println("made key " + made + "; it is not shown again");
    return Exit.DONE;
  }

  private static Organization made(Access access, String name) {
    if (access.organizations().stream().anyMatch(each -> each.name().equals(name))) {
      throw new Failure(
          Exit.USAGE,
          "there is an organization '" + name + "' already",
          "--new-organization",
          "--organization '" + name + "'");
    }
    UUID id = access.createOrganization(name).organizationId();
    return access.organizations().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static String name(String place, String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()
        || stripped.codePointCount(0, stripped.length()) > LONGEST
        || stripped.codePoints().anyMatch(Character::isISOControl)) {
      throw new Failure(
          Exit.USAGE,
          "a name has 1 to " + LONGEST + " characters on one line, and not only white space",
          place,
          null);
    }
    return stripped;
  }

  /** {@code keys list}. */
  @Command(name = "list", description = "List all keys, the oldest first, without their secrets.")
  int list(@Option(names = "--json", description = "As a JSON array.") boolean json) {
    List<IssuedKey> keys = tenants.with(Access::keys);
    new Columns(
            List.of(
                "id",
                "label",
                "user",
                "organization",
                "project",
                "created",
                "last_used",
                "revoked"),
            keys.stream()
                .map(key ->
                    List.of(
                        key.id().toString(),
                        key.label(),
                        key.userId(),
                        key.organizationName(),
                        key.projectName() == null ? "" : key.projectName(),
                        time(key.createdAt()),
                        time(key.lastUsedAt()),
                        time(key.revokedAt())))
                .toList())
        .print(console.out(), json);
    return Exit.DONE;
  }

  static String time(@Nullable Instant moment) {
    return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** {@code keys revoke}. */
  @Command(name = "revoke", description = "End keys for good; their next request is refused.")
  int revoke(
      @Parameters(
              paramLabel = "KEY",
              arity = "1..*",
              description = "Ids of keys, as they are listed; not the keys themselves.")
          List<UUID> ids) {
    return tenants.with(access -> {
      for (UUID id : ids) {
        if (!access.revokeKey(id)) {
          throw new Failure(
              Exit.NOT_FOUND, "there is no key " + id + " that opens", null, "taxon keys list");
        }
        console.out().println("revoked " + id);
      }
      return Exit.DONE;
    });
  }
}
