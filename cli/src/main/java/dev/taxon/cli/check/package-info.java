/**
 * {@code taxon check}: reads rules as a colleague would and says what will not work about them,
 * each with its line. The judgement is a pure function of the rules; only the command knows of
 * files.
 */
@NullMarked
package dev.taxon.cli.check;

import org.jspecify.annotations.NullMarked;
