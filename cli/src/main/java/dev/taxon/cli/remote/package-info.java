/**
 * A service as seen from outside: uploads, jobs and results over its public API, with nothing that
 * another client could not do. Commands that send work to a service come in.
 */
@NullMarked
package dev.taxon.cli.remote;

import org.jspecify.annotations.NullMarked;
