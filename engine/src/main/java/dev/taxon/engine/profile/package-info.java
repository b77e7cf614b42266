/**
 * What a knowledgeable clerk knows of each kind of document: its names, the titles it carries, the
 * phrases that stand in it. Plain data, compiled once into a table that loads fast. The engine
 * comes in to ask which profiles a page's words speak for; the tool that compiles the table comes
 * in to write it.
 */
@NullMarked
package dev.taxon.engine.profile;

import org.jspecify.annotations.NullMarked;
