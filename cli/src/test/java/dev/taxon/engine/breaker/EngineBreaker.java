package dev.taxon.engine.breaker;

import dev.taxon.store.Blob;
import java.time.Clock;

/** An engine that looks into the store and at the clock; see {@code ArchitectureTest}. */
public record EngineBreaker(Blob sideward, Clock clock) {}
