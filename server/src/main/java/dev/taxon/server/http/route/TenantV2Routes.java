package dev.taxon.server.http.route;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.shape.OrganizationV2Shape;
import dev.taxon.server.http.shape.ProjectV2Shape;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.store.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects and organizations, second generation: lists come a page at a time. */
public final class TenantV2Routes {
  private final Tenants tenants;
  private final Pages pages;

  public TenantV2Routes(Tenants tenants, PageTokens tokens) {
    this.tenants = tenants;
    this.pages = new Pages(tokens);
  }

  public Map<String, Action> actions() {
    return Map.of(
        "listProjectsV2", this::projects,
        "getProjectV2", this::project,
        "listOrganizationsV2", this::organizations,
        "getOrganizationV2", this::organization);
  }

  private Answer projects(Call call) {
    Optional<String> name = call.inputs().query("name");
    String list = "projects " + call.key().scope() + " " + name;
    var slice =
        tenants.projects(
            call.key(),
            call.organization(),
            name,
            pages.place(call.inputs().query("page_token"), list),
            call.inputs().queryInt("page_size"));
    return Answer.json(200, pages.page(slice, list, ProjectV2Shape::of));
  }

  private Answer project(Call call) {
    call.organization().ifPresent(id -> tenants.organization(call.key(), id));
    return Answer.json(
        200, ProjectV2Shape.of(tenants.project(call.key(), call.inputs().pathUuid("project_id"))));
  }

  private Answer organizations(Call call) {
    // one fits on every page, so no token is ever given
    String list = "organizations";
    pages.place(call.inputs().query("page_token"), list);
    var slice = new Slice<>(List.of(tenants.organization(call.key())), null);
    return Answer.json(200, pages.page(slice, list, OrganizationV2Shape::of));
  }

  private Answer organization(Call call) {
    return Answer.json(
        200,
        OrganizationV2Shape.of(
            tenants.organization(call.key(), call.inputs().pathUuid("organization_id"))));
  }
}
