/**
 * Tells others what happened to jobs: takes deliveries from the store, opens what is secret of a
 * webhook, signs and sends, and notes what came of it. The wire seals secrets here when it keeps a
 * webhook. Knows the store and the room for outgoing requests, nothing of HTTP as served.
 */
@NullMarked
package dev.taxon.server.webhooks;

import org.jspecify.annotations.NullMarked;
