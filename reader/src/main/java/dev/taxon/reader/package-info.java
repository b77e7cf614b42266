/** Placeholder text of the room reader. */
@NullMarked
package dev.taxon.reader;

import org.jspecify.annotations.NullMarked;
