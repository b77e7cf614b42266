package dev.taxon.encoder.breaker;

import dev.taxon.store.Blob;

/** An encoder that looks into the store; see {@code ArchitectureTest}. */
public record EncoderBreaker(Blob sideward) {}
