/**
 * The service as a whole: settings, keys and secrets, logs, health, metrics, and the order in which
 * its parts start and stop. {@link dev.taxon.server.Server} is the one way in; the wire lives in
 * {@code http}, the queue in {@code work}. Only {@code cli} comes in from outside, with a reader
 * and a classifier in its hands.
 */
@NullMarked
package dev.taxon.server;

import org.jspecify.annotations.NullMarked;
