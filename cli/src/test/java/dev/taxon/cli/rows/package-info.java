/** Tests of this room. */
@NullMarked
package dev.taxon.cli.rows;

import org.jspecify.annotations.NullMarked;
