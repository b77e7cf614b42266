package dev.taxon.llm.breaker;

import dev.taxon.store.Blob;

/** A language model that looks into the store; see {@code ArchitectureTest}. */
public record LlmBreaker(Blob sideward) {}
