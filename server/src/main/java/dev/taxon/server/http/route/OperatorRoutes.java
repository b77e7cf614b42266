package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Answering;
import dev.taxon.store.Job;
import dev.taxon.store.JobStatus;
import dev.taxon.store.Scope;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** What an operator may do with jobs of every part of the wire. */
public final class OperatorRoutes {
  private final Tenants tenants;
  private final ClassifyJobs jobs;
  private final AnyJobs any;

  public OperatorRoutes(Tenants tenants, ClassifyJobs jobs) {
    this.tenants = tenants;
    this.jobs = jobs;
    this.any = new AnyJobs(jobs);
  }

  public Map<String, Action> actions() {
    return Map.of("cancelAnyJob", this::cancel);
  }

  /** A job after it was cancelled, its id as it was asked for. */
  private record Cancelled(String id, UUID projectId, JobStatus status) {}

  private Answer cancel(Call call) throws IOException {
    String id = call.inputs().path("job_id").orElseThrow();
    Scope reach = tenants.reach(call.key(), call.project(), call.organization());
    Job job = any.find(reach, id);
    return call.once(
        (Answering<Job> answering) ->
            jobs.cancel(job, answering).orElseThrow(() -> hasEnded(reach, job, id)),
        cancelled -> Answer.json(200, new Cancelled(id, job.projectId(), cancelled.status())));
  }

  private Refused hasEnded(Scope reach, Job job, String id) {
    return Refused.impossible(
        "Job "
            + id
            + " has ended and cannot be cancelled: its status is "
            + jobs.find(reach, job.wire(), job.id()).status());
  }
}
