package dev.taxon.store.breaker;

import dev.taxon.engine.breaker.EngineBreaker;

/** A store that decides; see {@code ArchitectureTest}. */
public record StoreBreaker(EngineBreaker sideward) {}
