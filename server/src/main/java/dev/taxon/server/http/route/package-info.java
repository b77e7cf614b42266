/**
 * The operations of {@code openapi.yaml}, one action each, grouped by resource: inputs to use case,
 * outcome to answer. The server binds them by their ids. No rule of the business lives here.
 */
@NullMarked
package dev.taxon.server.http.route;

import org.jspecify.annotations.NullMarked;
