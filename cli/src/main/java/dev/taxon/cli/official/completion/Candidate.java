package dev.taxon.cli.official.completion;

/**
 * A word that may come next.
 *
 * @param summary one clause, or empty
 */
public record Candidate(String name, String summary) {}
