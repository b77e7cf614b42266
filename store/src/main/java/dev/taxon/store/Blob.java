package dev.taxon.store;

import java.util.Objects;

/**
 * Stored bytes, known by their content.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record Blob(String sha256, long size) {
  public Blob {
    Objects.requireNonNull(sha256);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
    if (size < 0) {
      throw new IllegalArgumentException("size must not be negative, found " + size);
    }
  }
}
