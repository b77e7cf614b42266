/**
 * From words to a command with its flags set, by the official parser's rules and in its words when
 * they do not fit. It touches no file and no network. The command itself starts it.
 */
@NullMarked
package dev.taxon.cli.official.parse;

import org.jspecify.annotations.NullMarked;
