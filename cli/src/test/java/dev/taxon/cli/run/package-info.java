/** Tests of what stands around a run: lists of files and the like. */
@NullMarked
package dev.taxon.cli.run;

import org.jspecify.annotations.NullMarked;
