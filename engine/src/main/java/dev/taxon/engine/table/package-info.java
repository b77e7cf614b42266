/**
 * The static word table: a vector, a weight and a language for each of some 55,000 words and
 * two-word terms, distilled once from the sentence encoder, so that the meaning of a text costs a
 * sum of rows. The engine reads it; the tool that makes it writes it through the same classes.
 */
@NullMarked
package dev.taxon.engine.table;

import org.jspecify.annotations.NullMarked;
