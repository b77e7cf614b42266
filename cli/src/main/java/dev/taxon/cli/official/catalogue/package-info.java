/**
 * The table of the commands: names, flags, places in the request. It holds no behaviour, so that
 * help, parsing and requests read the same truth. Everyone of this program may read it.
 */
@NullMarked
package dev.taxon.cli.official.catalogue;

import org.jspecify.annotations.NullMarked;
