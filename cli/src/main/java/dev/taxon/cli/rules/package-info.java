/**
 * Rules as people write them: YAML or JSON files, bodies of requests, flags. Everything wrong with
 * them is told at once, each with its line and column. Commands may come in; only {@code core} and
 * the console are known here.
 */
@NullMarked
package dev.taxon.cli.rules;

import org.jspecify.annotations.NullMarked;
