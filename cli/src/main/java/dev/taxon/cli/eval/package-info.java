/**
 * {@code taxon eval}: classifies documents whose type is known and says how often the answer is
 * right, where it is not, which answers a person should look at, and which of two sets of rules
 * does better. The counting is pure; only the command and the labels know of files.
 */
@NullMarked
package dev.taxon.cli.eval;

import org.jspecify.annotations.NullMarked;
