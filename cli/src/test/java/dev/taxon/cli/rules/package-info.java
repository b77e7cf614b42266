/** Tests of this room. */
@NullMarked
package dev.taxon.cli.rules;

import org.jspecify.annotations.NullMarked;
