/**
 * HTTP: one request out, one answer back, retries, and the debug log with secrets left out. It
 * knows nothing of flags or formats. The command itself and its paging call it.
 */
@NullMarked
package dev.taxon.cli.official.wire;

import org.jspecify.annotations.NullMarked;
