package dev.taxon.store;

/**
 * How far a job has come.
 *
 * @param waiting documents without an outcome
 * @param begun whether work on it began; known of jobs of one document
 */
public record JobStanding(JobStatus status, int waiting, boolean begun) {}
