/**
 * What answers look like: one small record for each resource, its members named as on the wire.
 * Values of the store come in, JSON goes out; nothing else happens here.
 */
@NullMarked
package dev.taxon.server.http.shape;

import org.jspecify.annotations.NullMarked;
