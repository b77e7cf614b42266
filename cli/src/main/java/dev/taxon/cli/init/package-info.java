/**
 * {@code taxon init}: makes a first file of rules, from folders of samples or by asking. It drafts;
 * what a type means is for a person to say.
 */
@NullMarked
package dev.taxon.cli.init;

import org.jspecify.annotations.NullMarked;
