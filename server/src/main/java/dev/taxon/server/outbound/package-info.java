/**
 * The one way out: every request that this server makes of others, to webhooks and for files that
 * are named by their URL, goes through here. Decides which addresses may be reached, and connects
 * to nothing but an address that it has just looked at. The use cases come in with URLs as
 * strangers wrote them; knows neither the store nor our own wire.
 */
@NullMarked
package dev.taxon.server.outbound;

import org.jspecify.annotations.NullMarked;
