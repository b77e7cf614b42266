/**
 * How a document looks whatever its words: amounts, label and value, check boxes, numbered clauses,
 * length. What is known of kinds comes in to compare it with how each of them looks; this room
 * knows pages and lines and nothing else.
 */
@NullMarked
package dev.taxon.engine.shape;

import org.jspecify.annotations.NullMarked;
