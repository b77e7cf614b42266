/**
 * How good the engine's answers are: collections of labelled documents and texts, what the engine
 * says of them, and the report that sums it up. {@code ./dev bench quality} comes in through {@link
 * dev.taxon.bench.quality.Quality}; the fit of the engine's numbers reads collections here.
 */
@NullMarked
package dev.taxon.bench.quality;

import org.jspecify.annotations.NullMarked;
