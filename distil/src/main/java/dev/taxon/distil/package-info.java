/**
 * Makes the engine's word table from the sentence encoder and a list of words. A tool for
 * maintainers: nothing depends on it and it is not shipped.
 */
@NullMarked
package dev.taxon.distil;

import org.jspecify.annotations.NullMarked;
