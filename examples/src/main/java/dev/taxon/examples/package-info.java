/**
 * Makes the documents that the demo and the first steps use. {@link dev.taxon.examples.Generate} is
 * the program that {@code ./dev examples} runs. Nobody may use this room, and it uses nothing of
 * the product.
 */
@NullMarked
package dev.taxon.examples;

import org.jspecify.annotations.NullMarked;
