/** Placeholder text of the room cli. */
@NullMarked
package dev.taxon.cli;

import org.jspecify.annotations.NullMarked;
