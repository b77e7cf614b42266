package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.shape.FileOutcomeShape;
import dev.taxon.server.http.shape.IdsV2;
import dev.taxon.server.http.shape.ResultDetailShape;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Job;
import dev.taxon.store.JobItem;
import dev.taxon.store.Scope;
import dev.taxon.store.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why a file was answered as it was. */
public final class ResultRoutes {
  private final Tenants tenants;
  private final ClassifyJobs jobs;

  public ResultRoutes(Tenants tenants, ClassifyJobs jobs) {
    this.tenants = tenants;
    this.jobs = jobs;
  }

  public Map<String, Action> actions() {
    return Map.of("getResult", this::get);
  }

  private Answer get(Call call) {
    Scope reach = tenants.reach(call.key(), call.project(), call.organization());
    JobItem item =
        find(reach, call.inputs().path("result_id").orElseThrow())
            .orElseThrow(() -> Refused.unknown("Result"));
    Job job = jobs.any(reach, item.jobId()).orElseThrow(() -> Refused.unknown("Result"));
    return Answer.json(
        200,
        ResultDetailShape.of(FileOutcomeShape.of(job, item), jobs.decision(item).orElse(null)));
  }

  /** A job of the second wire has one entry, and stands for it. */
  private Optional<JobItem> find(Scope reach, String id) {
    Optional<UUID> second = Formats.prefixed(IdsV2.CLASSIFY_JOB, id);
    return second.isPresent()
        ? second
            .flatMap(job -> jobs.any(reach, job))
            .filter(job -> job.wire() == Wire.V2)
            .map(jobs::only)
        : Formats.uuid(id).flatMap(entry -> jobs.result(reach, entry));
  }
}
