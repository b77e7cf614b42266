package dev.taxon.server.http.shape;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A URL that needs no key.
 *
 * @param formFields always null: bytes go up raw
 */
public record PresignedShape(
    String url, Instant expiresAt, @Nullable Map<String, String> formFields) {

  public PresignedShape(String url, Instant expiresAt) {
    this(url, expiresAt, null);
  }

  /** The same for an announced file. */
  public record Upload(
      String url, Instant expiresAt, @Nullable Map<String, String> formFields, UUID fileId) {}

  public Upload forUpload(UUID fileId) {
    return new Upload(url, expiresAt, formFields, fileId);
  }
}
