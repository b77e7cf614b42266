/**
 * Multipart forms as they stream in: text parts into memory, within bounds, and the one file part
 * straight to whoever stores it. Only the wire comes in here. The parser is Apache's; names and
 * their many spellings are read here.
 */
@NullMarked
package dev.taxon.server.http.upload;

import org.jspecify.annotations.NullMarked;
