/**
 * The documents themselves, one class each, as an office has them. Every name, address and number
 * in them is invented; telephone numbers are of ranges kept for fiction, account numbers those that
 * banks print as examples. {@link dev.taxon.examples.Generate} alone comes in.
 */
@NullMarked
package dev.taxon.examples.office;

import org.jspecify.annotations.NullMarked;
