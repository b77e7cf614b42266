package dev.taxon.server.http.route;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.server.jobs.JobWatch;
import dev.taxon.server.jobs.Seats;
import dev.taxon.store.Job;
import dev.taxon.store.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What happens to a job, told as it happens. */
public final class EventRoutes {
  /** Clients that listen at once. */
  private static final int LISTENERS = 1_000;

  private static final int LISTENERS_PER_PROJECT = 100;

  private final Tenants tenants;
  private final AnyJobs any;
  private final JobEventStream.Source source;

  /**
   * The routes.
   *
   * @param idleTimeout of connections; listeners hear something twice as often
   * @param exposeRunning whether jobs at work are told from those that wait
   */
  public EventRoutes(
      Tenants tenants,
      ClassifyJobs jobs,
      JobWatch watch,
      Duration idleTimeout,
      boolean exposeRunning) {
    this.tenants = tenants;
    this.any = new AnyJobs(jobs);
    this.source =
        new JobEventStream.Source(
            jobs,
            watch,
            new Seats(LISTENERS, LISTENERS_PER_PROJECT),
            idleTimeout.dividedBy(2),
            exposeRunning);
  }

  public Map<String, Action> actions() {
    return Map.of("listenToJob", this::listen);
  }

  private Answer listen(Call call) {
    Scope reach = tenants.reach(call.key(), call.project(), call.organization());
    Job job = any.find(reach, call.inputs().path("job_id").orElseThrow());
    Optional<String> last = call.inputs().header("Last-Event-ID");
    if (job.status().isTerminal() && last.filter(Told.END::equals).isPresent()) {
      // a browser that was told all of it comes again until it gets this
      return Answer.empty(204);
    }
    return new JobEventStream(source, reach, job, Told.of(last));
  }
}
