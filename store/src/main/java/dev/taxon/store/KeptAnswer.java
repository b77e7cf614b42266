package dev.taxon.store;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered that may be sent again.
 *
 * @param requestSha256 by which the same request is known, in hexadecimal digits
 * @param sealed the body exactly as it went out, in whatever seal the server puts around it
 */
public record KeptAnswer(
    String requestSha256, int status, @Nullable String contentType, String sealed) {}
