/**
 * What a command knows of the person in front of it: the streams, the terminal's size and colours,
 * how a failure is told and with which code the program ends. Every command may come in; this
 * package knows none of them.
 */
@NullMarked
package dev.taxon.cli.console;

import org.jspecify.annotations.NullMarked;
