/**
 * The wire: HTTP in and out, as {@code openapi.yaml} has it. {@link dev.taxon.server.http.HttpApi}
 * is the one way in; it translates between the wire and the use cases in {@code jobs}, {@code
 * files} and {@code access}, which know nothing of it. Whoever puts the server together may come
 * in.
 */
@NullMarked
package dev.taxon.server.http;

import org.jspecify.annotations.NullMarked;
