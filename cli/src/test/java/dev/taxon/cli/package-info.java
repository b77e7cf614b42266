/** Tests of the commands as a whole. */
@NullMarked
package dev.taxon.cli;

import org.jspecify.annotations.NullMarked;
