/** Placeholder text of the room engine. */
@NullMarked
package dev.taxon.engine;

import org.jspecify.annotations.NullMarked;
