/**
 * A {@link dev.taxon.TextEncoder} over a sentence model that its jar carries: offline, in process,
 * on the caller's own thread. Only the composition root comes in; the engine sees the seam in core.
 */
@NullMarked
package dev.taxon.encoder;

import org.jspecify.annotations.NullMarked;
