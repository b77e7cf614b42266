package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.shape.IdsV2;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Job;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Scope;
import dev.taxon.store.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an operator may do with jobs of every part of the wire. */
public final class OperatorRoutes {
  private final Tenants tenants;
  private final ClassifyJobs jobs;

  public OperatorRoutes(Tenants tenants, ClassifyJobs jobs) {
    this.tenants = tenants;
    this.jobs = jobs;
  }

  public Map<String, Action> actions() {
    return Map.of("cancelAnyJob", this::cancel);
  }

  /** A job after it was cancelled, its id as it was asked for. */
  private record Cancelled(String id, UUID projectId, JobStatus status) {}

  private Answer cancel(Call call) {
    String id = call.inputs().path("job_id").orElseThrow();
    Scope reach = tenants.reach(call.key(), call.project(), call.organization());
    Job job = find(reach, id);
    if (!jobs.cancel(job)) {
      throw Refused.impossible(
          "Job "
              + id
              + " has ended and cannot be cancelled: its status is "
              + jobs.find(reach, job.wire(), job.id()).status());
    }
    return Answer.json(200, new Cancelled(id, job.projectId(), JobStatus.CANCELLED));
  }

  /** The prefix says which part of the wire it is; a bare id is one of the first. */
  private Job find(Scope reach, String id) {
    Optional<UUID> second = Formats.prefixed(IdsV2.CLASSIFY_JOB, id);
    if (second.isPresent()) {
      return jobs.find(reach, Wire.V2, second.get());
    }
    Optional<UUID> parse = Formats.prefixed(IdsV2.PARSE_JOB, id);
    if (parse.isPresent()) {
      return jobs.find(reach, Wire.PARSE, parse.get());
    }
    return jobs.find(
        reach, Wire.V1, Formats.uuid(id).orElseThrow(() -> ClassifyJobs.unknown(Wire.V1)));
  }
}
