/** Placeholder text of the room server. */
@NullMarked
package dev.taxon.server;

import org.jspecify.annotations.NullMarked;
