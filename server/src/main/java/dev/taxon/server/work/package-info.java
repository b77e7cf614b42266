/**
 * The work queue: documents wait here for their turn, are read and decided on a bounded number of
 * threads, and get their outcome in the store, also when the process dies in between. It knows
 * nothing of the wire. {@link dev.taxon.server.work.Work} is the one way in; only the service's own
 * composition comes in.
 */
@NullMarked
package dev.taxon.server.work;

import org.jspecify.annotations.NullMarked;
