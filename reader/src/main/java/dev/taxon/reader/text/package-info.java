/**
 * Reads what is text in itself: plain text, Markdown, tables of comma-separated values, HTML, XML
 * and mails, in whatever character set they are written. The formats of this package know the
 * attempt and the pages and nothing else of the room; other formats borrow {@link
 * dev.taxon.reader.text.Html} for the HTML inside them.
 */
@NullMarked
package dev.taxon.reader.text;

import org.jspecify.annotations.NullMarked;
