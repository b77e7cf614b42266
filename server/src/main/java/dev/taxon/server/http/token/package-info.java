/**
 * What the server hands out and later takes back at its word: presigned URLs and page tokens. Each
 * carries what it allows and a signature, so nothing of it is kept. The wire comes in here.
 */
@NullMarked
package dev.taxon.server.http.token;

import org.jspecify.annotations.NullMarked;
