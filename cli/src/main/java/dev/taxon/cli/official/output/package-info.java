/**
 * How an answer is shown: JSON, JSON lines, YAML, boxes, colours and the pager. It knows documents
 * and a terminal, and nothing of requests. The command itself hands it one answer or many items.
 */
@NullMarked
package dev.taxon.cli.official.output;

import org.jspecify.annotations.NullMarked;
