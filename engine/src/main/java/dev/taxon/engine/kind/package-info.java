/**
 * What kind of document a page is by the cues of known profiles, and which kinds a rule means. The
 * classifier comes in; this room uses profiles and words.
 */
@NullMarked
package dev.taxon.engine.kind;

import org.jspecify.annotations.NullMarked;
