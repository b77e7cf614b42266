/**
 * What a shell asks while words are typed, the scripts that make it ask, and the manual page. All
 * of it is made from the table of commands. The program itself calls it; a program with further
 * commands of its own tells of them through {@link dev.taxon.cli.official.completion.Words}.
 */
@NullMarked
package dev.taxon.cli.official.completion;

import org.jspecify.annotations.NullMarked;
