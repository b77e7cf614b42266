/**
 * Who may do what: keys, and the projects and organizations they reach. The other use cases ask
 * here in which project a call happens; the wire comes in with what a client presented. Knows the
 * store and nothing of HTTP.
 */
@NullMarked
package dev.taxon.server.access;

import org.jspecify.annotations.NullMarked;
