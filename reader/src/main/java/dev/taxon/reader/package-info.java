/**
 * Turns a file into pages: finds out from the bytes what it is, hands it to the format that reads
 * it, and ends whatever takes too long or grows too large. The only door is {@link
 * dev.taxon.reader.FileReader}, which nobody but the composition root builds. Everything here
 * treats the file as hostile.
 */
@NullMarked
package dev.taxon.reader;

import org.jspecify.annotations.NullMarked;
