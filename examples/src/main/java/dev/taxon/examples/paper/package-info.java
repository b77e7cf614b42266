/**
 * What a document is made of: PDF pages, Word files, pictures, and money that adds up. Everything
 * here gives the same bytes for the same calls, on every machine. Only the office next door uses
 * it.
 */
@NullMarked
package dev.taxon.examples.paper;

import org.jspecify.annotations.NullMarked;
