package dev.taxon.store;

/**
 * A file as it will be, with its id and time, that is not there yet.
 *
 * @param quota of its project, which may still refuse it
 */
public record FileDraft(StoredFile file, Quota quota) {}
