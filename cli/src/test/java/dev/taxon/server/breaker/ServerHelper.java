package dev.taxon.server.breaker;

import dev.taxon.engine.breaker.EngineBreaker;
import dev.taxon.server.jobs.breaker.JobsBreaker;
import java.sql.Connection;

/**
 * A badly named server that speaks SQL, knows the engine and remembers in a static; see {@code
 * ArchitectureTest}.
 */
public record ServerHelper(EngineBreaker engine, Connection connection, JobsBreaker cycle) {
  static int count;
}
