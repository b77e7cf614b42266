/**
 * Puts files where their types say: moved, copied or linked into a folder for each type, never over
 * another file. {@code taxon run} comes in with its rows; nothing here knows of documents.
 */
@NullMarked
package dev.taxon.cli.sort;

import org.jspecify.annotations.NullMarked;
