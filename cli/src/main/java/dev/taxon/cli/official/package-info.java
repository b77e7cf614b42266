/**
 * The official command line's drop-in: {@code llamacloud-prod} and {@code llp}, word for word,
 * against any server that speaks the same API. {@link dev.taxon.cli.official.OfficialCli} is the
 * way in. It starts fast, so it stays away from picocli, Jackson and the logger.
 */
@NullMarked
package dev.taxon.cli.official;

import org.jspecify.annotations.NullMarked;
