package dev.taxon.server.http.route;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.shape.OrganizationShape;
import dev.taxon.server.http.shape.ProjectShape;
import java.util.List;
import java.util.Map;

/** Projects and organizations. */
public final class TenantRoutes {
  private final Tenants tenants;

  public TenantRoutes(Tenants tenants) {
    this.tenants = tenants;
  }

  public Map<String, Action> actions() {
    return Map.of(
        "listProjects", this::projects,
        "getProject", this::project,
        "listOrganizations", this::organizations,
        "getOrganization", this::organization);
  }

  private Answer projects(Call call) {
    return Answer.json(
        200,
        tenants
            .projects(call.key(), call.organization(), call.inputs().query("project_name"))
            .stream()
            .map(ProjectShape::of)
            .toList());
  }

  private Answer project(Call call) {
    call.organization().ifPresent(id -> tenants.organization(call.key(), id));
    return Answer.json(
        200, ProjectShape.of(tenants.project(call.key(), call.inputs().pathUuid("project_id"))));
  }

  private Answer organizations(Call call) {
    return Answer.json(200, List.of(OrganizationShape.of(tenants.organization(call.key()))));
  }

  private Answer organization(Call call) {
    return Answer.json(
        200,
        OrganizationShape.of(
            tenants.organization(call.key(), call.inputs().pathUuid("organization_id"))));
  }
}
