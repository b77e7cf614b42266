/**
 * The use case of keeping files: their bytes, names and kinds, announced, uploaded, listed and
 * deleted. A file is there whole or not at all. Knows the store and nothing of HTTP.
 */
@NullMarked
package dev.taxon.server.files;

import org.jspecify.annotations.NullMarked;
