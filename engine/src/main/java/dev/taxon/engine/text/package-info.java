/**
 * How the engine cuts text into words that can be compared. Every other room of the engine comes
 * in, and the tool that compiles profiles; this one goes nowhere.
 */
@NullMarked
package dev.taxon.engine.text;

import org.jspecify.annotations.NullMarked;
