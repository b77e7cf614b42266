package dev.taxon.server.work.breaker;

/** A worker that knows the wire; see {@code ArchitectureTest}. */
public record WorkBreaker(io.javalin.http.Context wire) {}
