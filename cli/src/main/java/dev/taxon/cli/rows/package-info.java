/**
 * Results as rows, one for each file, and every form they are printed in. Commands that have
 * results come in, wherever these were made; nothing is known here of how.
 */
@NullMarked
package dev.taxon.cli.rows;

import org.jspecify.annotations.NullMarked;
