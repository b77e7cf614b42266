/**
 * {@code taxon run}: classifies files and folders and prints a row for each. It knows the seams of
 * {@code core}, not what stands behind them; {@code Main} hands reader and engine in.
 */
@NullMarked
package dev.taxon.cli.run;

import org.jspecify.annotations.NullMarked;
