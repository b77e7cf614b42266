package dev.taxon.store;

import dev.taxon.RuleSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One distinct file of a job, to be read and decided: what the worker needs, as pinned when the job
 * was created.
 *
 * @param name the file's name then
 * @param rules null when it is only to be read
 * @param source whose text is decided on; null when it is read for itself
 * @param isFirst whether no work on the job was begun when this was looked up
 */
public record DocumentWork(
    UUID documentId,
    UUID jobId,
    UUID projectId,
    Wire wire,
    String name,
    Blob blob,
    @Nullable RuleSet rules,
    JobOptions options,
    @Nullable Source source,
    boolean isFirst) {

  /**
   * A document that another job reads.
   *
   * @param options how it reads
   * @param outcome null while it waits
   */
  public record Source(UUID documentId, JobOptions options, @Nullable Outcome outcome) {}

  /** How the bytes are read; a source's pages are chosen from afterwards. */
  public JobOptions reading() {
    return source == null ? options : source.options();
  }
}
