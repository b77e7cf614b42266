/**
 * Learns the engine's numbers from labelled documents and writes the file that ships with it.
 * {@code ./dev bench fit} comes in through {@link dev.taxon.bench.fit.Fit}; collections come from
 * the room for quality.
 */
@NullMarked
package dev.taxon.bench.fit;

import org.jspecify.annotations.NullMarked;
