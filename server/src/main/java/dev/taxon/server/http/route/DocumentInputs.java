package dev.taxon.server.http.route;

import dev.taxon.server.access.Refused;
import dev.taxon.server.files.UserFiles;
import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.contract.Inputs;
import dev.taxon.server.http.contract.InvalidRequest;
import dev.taxon.server.http.contract.Problem;
import dev.taxon.server.http.shape.IdsV2;
import dev.taxon.server.http.shape.StatusV2;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.FileDraft;
import dev.taxon.store.Job;
import dev.taxon.store.JobStatus;
import dev.taxon.store.NewJob;
import dev.taxon.store.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a job of the second wire is asked to look at: a file, or what another job read. */
final class DocumentInputs {
  private final UserFiles files;
  private final ClassifyJobs jobs;
  private final UrlFetch urls;

  DocumentInputs(UserFiles files, ClassifyJobs jobs, UrlFetch urls) {
    this.files = files;
    this.jobs = jobs;
    this.urls = urls;
  }

  /**
   * One input.
   *
   * @param sourceId the document of the job that reads, or null for a file
   * @param file one that is to be made with the job, or null
   */
  record Input(NewJob.Item item, @Nullable UUID sourceId, @Nullable FileDraft file) {
    /** What is fetched and not there yet. */
    static Input of(FileDraft fetched, String spelling) {
      return new Input(new NewJob.Item(fetched.file().id(), spelling), null, fetched);
    }
  }

  /**
   * How a body spells its one input.
   *
   * @throws InvalidRequest when it names none or several
   */
  static String named(JsonNode body) {
    List<String> named =
        Stream.of("file_input", "file_id", "parse_job_id")
            .flatMap(key -> Inputs.text(body, key).filter(id -> !id.isEmpty()).stream())
            .distinct()
            .toList();
    if (named.isEmpty()) {
      throw invalid("one of file_input, file_id or parse_job_id is required");
    }
    if (named.size() > 1) {
      throw invalid("file_input, file_id and parse_job_id name different inputs; send one of them");
    }
    return named.getFirst();
  }

  static InvalidRequest invalid(String sentence) {
    return new InvalidRequest(
        Problem.value(List.of("body"), sentence, JsonNodeFactory.instance.objectNode()));
  }

  /**
   * The input of that spelling. What a URL points to is fetched here, so all else that a request
   * can be refused for comes before.
   *
   * @throws Refused when it cannot be had
   */
  Input find(String spelling, Scope project) throws IOException {
    if (UrlFetch.isUrl(spelling)) {
      return Input.of(
          urls.fetch(
              Objects.requireNonNull(project.project()),
              UrlFetch.Wanted.plain(spelling, "classify")),
          spelling);
    }
    String lower = spelling.toLowerCase(Locale.ROOT);
    if (lower.startsWith(IdsV2.PARSE_JOB)) {
      return Formats.prefixed(IdsV2.PARSE_JOB, spelling)
          .flatMap(id -> parsed(id, spelling, project))
          .orElseThrow(() -> absent("Parse Job ID ", spelling, project));
    }
    UUID id = Formats.fileId(spelling).orElseThrow(() -> absent("File ID ", spelling, project));
    return files.has(project, id)
        ? new Input(new NewJob.Item(id, spelling), null, null)
        : parsed(id, spelling, project).orElseThrow(() -> absent("File ID ", spelling, project));
  }

  private Optional<Input> parsed(UUID id, String spelling, Scope project) {
    Optional<Job> job = jobs.reading(project, id);
    job.filter(j -> j.status().isTerminal() && j.status() != JobStatus.SUCCESS)
        .ifPresent(j -> {
          throw Refused.impossible(
              "Parse Job " + spelling + " is not completed (status: " + StatusV2.of(j) + ")");
        });
    return job.map(j -> new Input(new NewJob.Item(id, spelling), id, null));
  }

  private static Refused absent(String kind, String spelling, Scope project) {
    return Refused.impossible(kind + spelling + " is not in Project ID " + project.project());
  }
}
