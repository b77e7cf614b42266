package dev.taxon.cli.tenants;

import dev.taxon.cli.console.Exit;
import dev.taxon.cli.console.Failure;
import dev.taxon.store.Access;
import dev.taxon.store.Keyring;
import dev.taxon.store.Organization;
import dev.taxon.store.Project;
import dev.taxon.store.Scope;
import dev.taxon.store.StoreSettings;
import dev.taxon.store.StoreUnavailable;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of the service whose data this machine has.
 *
 * @param settings asked for only when a command needs them
 */
record OwnTenants(Supplier<StoreSettings> settings) {

  <T> T with(Function<Access, T> work) {
    try (Keyring keyring = Keyring.open(settings.get(), Clock.systemUTC())) {
      return work.apply(keyring.access());
    } catch (StoreUnavailable e) {
      throw new Failure(Exit.UNREACHABLE, String.valueOf(e.getMessage()), "TAXON_DATA", null);
    }
  }

  /**
   * An organization by its name or id; the only one when none is named.
   *
   * @throws Failure when that says none or more than one
   */
  static Organization organization(Access access, @Nullable String named) {
    return only(
        access.organizations().stream()
            .filter(each ->
                named == null || each.name().equals(named) || each.id().toString().equals(named))
            .toList(),
        "organization",
        named,
        Organization::name);
  }

  /** A project of an organization by its name or id. */
  static Project project(Access access, Organization organization, String named) {
    return only(
        access.projects(new Scope(organization.id(), null), null).stream()
            .filter(each -> each.name().equals(named) || each.id().toString().equals(named))
            .toList(),
        "project",
        named,
        project -> project.id().toString());
  }

  private static <T> T only(
      List<T> found, String thing, @Nullable String named, Function<T, String> told) {
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw new Failure(
          Exit.NOT_FOUND,
          "there is no " + thing + (named == null ? "" : " '" + named + "'"),
          "--" + thing,
          null);
    }
    throw new Failure(
        Exit.USAGE,
        "there is more than one " + thing + (named == null ? "" : " '" + named + "'"),
        "--" + thing,
        "name one of: " + found.stream().map(told).collect(Collectors.joining(", ")));
  }
}
