/**
 * Clients that others wrote, run against a real server: what they need unchanged is what the wire
 * must be. Nothing here is used from elsewhere.
 */
@NullMarked
package dev.taxon.cli.clients;

import org.jspecify.annotations.NullMarked;
