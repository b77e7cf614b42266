/**
 * The contract at work: {@code openapi.yaml} as operations, and requests read and checked by it.
 * Turns JSON Schema's findings into the wire's problems, all of them, in one table. Only the wire
 * comes in here; this room knows neither the server nor the store.
 */
@NullMarked
package dev.taxon.server.http.contract;

import org.jspecify.annotations.NullMarked;
