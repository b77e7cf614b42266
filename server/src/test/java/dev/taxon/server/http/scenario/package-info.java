/**
 * The acceptance scenarios of the first wire, by their numbers, against a real server on a real
 * port. Every answer is also held against {@code openapi.yaml}.
 */
@NullMarked
package dev.taxon.server.http.scenario;

import org.jspecify.annotations.NullMarked;
