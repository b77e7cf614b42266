/**
 * From flags and standard input to one HTTP request: where each value goes, @file references,
 * uploads. It reads files, and sends nothing. The command itself calls it.
 */
@NullMarked
package dev.taxon.cli.official.request;

import org.jspecify.annotations.NullMarked;
