/**
 * One call: from its key, over its inputs, to its answer or error. The order in which things are
 * checked, and how each error looks, is settled here and nowhere else. Routes come in with actions,
 * the server with requests.
 */
@NullMarked
package dev.taxon.server.http.call;

import org.jspecify.annotations.NullMarked;
