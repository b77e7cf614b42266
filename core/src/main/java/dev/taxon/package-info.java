/**
 * The words everyone speaks: documents, pages, lines, rules, decisions, evidence, and the seams
 * {@link dev.taxon.Classifier} and {@link dev.taxon.DocumentReader} between the rooms. Values that
 * check themselves, without any dependency; every other room may come in, and this one goes
 * nowhere.
 */
@NullMarked
package dev.taxon;

import org.jspecify.annotations.NullMarked;
