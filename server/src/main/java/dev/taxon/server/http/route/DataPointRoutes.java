package dev.taxon.server.http.route;

import dev.taxon.server.access.Tenants;
import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.call.Call;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.shape.IdsV2;
import dev.taxon.server.http.shape.JobDataPointShape;
import dev.taxon.server.http.shape.StatusV2;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Job;
import dev.taxon.store.JobFilter;
import dev.taxon.store.JobItem;
import dev.taxon.store.Scope;
import dev.taxon.store.Slice;
import dev.taxon.store.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When jobs of the second wire waited, ran and ended. */
public final class DataPointRoutes {
  private static final String SINCE = "created_at_on_or_after";
  private static final String UNTIL = "created_at_on_or_before";

  private final Tenants tenants;
  private final ClassifyJobs jobs;
  private final Pages pages;
  private final Clock clock;

  public DataPointRoutes(Tenants tenants, ClassifyJobs jobs, PageTokens tokens, Clock clock) {
    this.tenants = tenants;
    this.jobs = jobs;
    this.pages = new Pages(tokens);
    this.clock = clock;
  }

  public Map<String, Action> actions() {
    return Map.of("listJobDataPoints", this::list);
  }

  private Answer list(Call call) {
    Inputs inputs = call.inputs();
    UUID project = tenants.project(call.key(), call.project(), call.organization());
    // of what was asked for: the hours end later on each page
    String list =
        String.join(
            " ",
            "data points",
            project.toString(),
            inputs.query("job_type").orElseThrow(),
            inputs.queryList("status").toString(),
            inputs.query(SINCE).orElse(inputs.queryInt("hours") + "h"),
            inputs.query(UNTIL).orElse("now"));
    String place = pages.place(inputs.query("page_token"), list);
    Scope scope = new Scope(call.key().organizationId(), project);
    Slice<Job> slice =
        wire(inputs)
            .map(
                wire -> jobs.list(scope, filter(wire, inputs), place, inputs.queryInt("page_size")))
            .orElseGet(() -> new Slice<>(List.of(), null));
    Map<UUID, JobItem> items = jobs.only(slice.items());
    return Answer.json(
        200, pages.page(slice, list, job -> JobDataPointShape.of(id(job, items), job)));
  }

  /** The part of the wire whose jobs do what is asked for; empty where none do. */
  private static Optional<Wire> wire(Inputs inputs) {
    return switch (inputs.query("job_type").orElseThrow()) {
      case "classify" -> Optional.of(Wire.V2);
      case "parse" -> Optional.of(Wire.PARSE);
      default -> Optional.empty();
    };
  }

  private JobFilter filter(Wire wire, Inputs inputs) {
    var query = inputs.tree().path("query");
    Instant since = Inputs.timestamp(query, SINCE);
    return StatusV2.filter(
        wire,
        statuses(inputs.queryList("status")),
        true,
        null,
        null,
        since == null ? clock.instant().minus(Duration.ofHours(inputs.queryInt("hours"))) : since,
        Inputs.timestamp(query, UNTIL));
  }

  private static @Nullable Set<StatusV2> statuses(List<String> words) {
    if (words.isEmpty()) {
      return null;
    }
    Set<StatusV2> statuses = EnumSet.noneOf(StatusV2.class);
    for (String word : words) {
      // no job is throttled here
      if (!word.equals("throttled")) {
        statuses.add(StatusV2.valueOf(word.toUpperCase(Locale.ROOT)));
      }
    }
    return statuses;
  }

  private static String id(Job job, Map<UUID, JobItem> items) {
    return job.wire() == Wire.PARSE
        ? IdsV2.parseJob(Objects.requireNonNull(items.get(job.id())).documentId())
        : IdsV2.classifyJob(job.id());
  }
}
