/**
 * {@code taxon explain}: shows one document as the engine saw it: the answer, how sure it is of
 * every rule, the words that decided, and the text that was read.
 */
@NullMarked
package dev.taxon.cli.explain;

import org.jspecify.annotations.NullMarked;
