package dev.taxon;

import dev.taxon.engine.breaker.EngineBreaker;

/** A core that reaches up into a room; see {@code ArchitectureTest}. */
record CoreBreaker(EngineBreaker upward) {}
