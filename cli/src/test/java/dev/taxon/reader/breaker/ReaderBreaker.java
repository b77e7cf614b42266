package dev.taxon.reader.breaker;

import dev.taxon.store.Blob;

/** A reader that looks into the store; see {@code ArchitectureTest}. */
public record ReaderBreaker(Blob sideward) {}
