/**
 * Recognizes text in pictures with Tesseract, which runs as a process of its own and may be absent.
 * Pictures are measured before they are opened, and given to the program through a pipe, so that no
 * file is left behind. Uses the attempt and the pages; the PDF format comes in for its scans.
 */
@NullMarked
package dev.taxon.reader.ocr;

import org.jspecify.annotations.NullMarked;
