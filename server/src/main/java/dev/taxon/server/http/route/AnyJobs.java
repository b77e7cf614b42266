package dev.taxon.server.http.route;

import dev.taxon.server.http.contract.Formats;
import dev.taxon.server.http.shape.IdsV2;
import dev.taxon.server.jobs.ClassifyJobs;
import dev.taxon.store.Job;
import dev.taxon.store.Scope;
import dev.taxon.store.Wire;
import java.util.Optional;
import java.util.UUID;

/** Jobs of every part of the wire, by the ids that their own answers give. */
final class AnyJobs {
  private final ClassifyJobs jobs;

  AnyJobs(ClassifyJobs jobs) {
    this.jobs = jobs;
  }

  /** The prefix says which part of the wire it is; a bare id is one of the first. */
  Job find(Scope reach, String id) {
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
