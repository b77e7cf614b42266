/**
 * The built-in engine: decides by the words that rules and pages share, and says which. Pure
 * functions over pages and rules: no network, no disk, no clock, no randomness. Only {@link
 * dev.taxon.engine.LexicalClassifier} is meant for other rooms; this one knows core alone.
 */
@NullMarked
package dev.taxon.engine;

import org.jspecify.annotations.NullMarked;
