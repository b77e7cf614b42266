package dev.taxon;

import java.nio.file.Path;

/**
 * Turns a file into pages. Safe for use by many threads. Leaves nothing behind: no temporary file,
 * process or thread outlives a call by more than moments, also when it fails.
 */
public interface DocumentReader {
  /**
   * Reads the pages that the request asks for, within its limits.
   *
   * @throws ReadFailure when the file cannot be read: damaged, protected, unsupported, empty, too
   *     large, or too slow
   */
  Document read(Path file, ReadRequest request) throws ReadFailure;
}
