package dev.taxon.store;

import dev.taxon.RuleSet;
import java.util.UUID;

/**
 * One distinct file of a job, to be read and decided: what the worker needs, as pinned when the job
 * was created.
 *
 * @param name the file's name then
 */
public record DocumentWork(
    UUID documentId, UUID jobId, String name, Blob blob, RuleSet rules, JobOptions options) {}
