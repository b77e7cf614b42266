/**
 * The parts of the product, measured as a library in this process: reading and deciding. Only
 * {@link dev.taxon.bench.Bench} comes in.
 */
@NullMarked
package dev.taxon.bench.library;

import org.jspecify.annotations.NullMarked;
