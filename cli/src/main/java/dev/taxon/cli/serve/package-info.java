/**
 * {@code taxon serve}: starts the service, says where it is and how to talk to it, and stops it
 * gracefully. {@code Main} hands in what starts it.
 */
@NullMarked
package dev.taxon.cli.serve;

import org.jspecify.annotations.NullMarked;
