/**
 * Reads PDF with PDFBox: the text a person can see, with its place, and where a page is only a
 * picture, the words recognized in it. Uses the attempt, the pages and the recognizer of the rooms
 * beside it. No type of PDFBox leaves this package.
 */
@NullMarked
package dev.taxon.reader.pdf;

import org.jspecify.annotations.NullMarked;
