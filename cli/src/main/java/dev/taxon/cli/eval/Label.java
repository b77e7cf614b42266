package dev.taxon.cli.eval;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A document whose type is known.
 *
 * @param name as the labels name it
 * @param type null where no rule should fit
 */
record Label(String name, Path path, @Nullable String type) {}
