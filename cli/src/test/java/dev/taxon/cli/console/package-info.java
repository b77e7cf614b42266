/** Tests of this room. */
@NullMarked
package dev.taxon.cli.console;

import org.jspecify.annotations.NullMarked;
