/**
 * {@code taxon demo}: shows the whole way of a document on a real service, which lives as long as
 * the command does and leaves nothing behind.
 */
@NullMarked
package dev.taxon.cli.demo;

import org.jspecify.annotations.NullMarked;
