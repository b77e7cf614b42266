/**
 * The programs {@code taxon}, {@code llamacloud-prod} and {@code llp}. {@link dev.taxon.cli.Main}
 * is the one place that knows every room and puts the parts together by hand; the commands live in
 * the packages below. Nobody comes in here but the launcher.
 */
@NullMarked
package dev.taxon.cli;

import org.jspecify.annotations.NullMarked;
