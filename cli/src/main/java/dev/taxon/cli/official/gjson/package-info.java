/**
 * Paths into JSON in GJSON's syntax, for --transform. A path that leads nowhere gives a missing
 * value, never an error. Only the output room calls it.
 */
@NullMarked
package dev.taxon.cli.official.gjson;

import org.jspecify.annotations.NullMarked;
