package dev.taxon.server.jobs.breaker;

import dev.taxon.server.breaker.ServerHelper;
import java.util.List;

/** A use case that knows the wire and closes a cycle; see {@code ArchitectureTest}. */
public record JobsBreaker(List<ServerHelper> cycle, io.javalin.http.Context wire) {}
