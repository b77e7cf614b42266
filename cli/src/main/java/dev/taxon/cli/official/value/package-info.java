/**
 * What a flag or standard input may hold: values read from YAML and JSON by the official command's
 * rules, and written as request bodies. Everything here is a pure function of text. The rooms above
 * it turn values into requests.
 */
@NullMarked
package dev.taxon.cli.official.value;

import org.jspecify.annotations.NullMarked;
