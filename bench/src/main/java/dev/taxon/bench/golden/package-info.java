/**
 * Golden decisions: what the engine answered to documents of our own, to the byte, so that a change
 * shows in a diff and an answer that depends on threads, order or process fails a test. {@code
 * ./dev golden} comes in through {@link dev.taxon.bench.golden.Golden}; documents and rules come
 * from the room for quality.
 */
@NullMarked
package dev.taxon.bench.golden;

import org.jspecify.annotations.NullMarked;
