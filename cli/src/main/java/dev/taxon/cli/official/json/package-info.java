/**
 * JSON as it came over the wire: numbers, key order and escapes keep their spelling. Reading is
 * lenient, because an answer that is not JSON must still be shown somehow. Output and paths build
 * on it; it uses nothing.
 */
@NullMarked
package dev.taxon.cli.official.json;

import org.jspecify.annotations.NullMarked;
