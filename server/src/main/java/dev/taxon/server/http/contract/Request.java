package dev.taxon.server.http.contract;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent, unread.
 *
 * @param path parameters, decoded
 * @param query parameters, each with all its values
 * @param headers those the contract names
 * @param contentType null when the client named none
 * @param body of a JSON operation; empty for others
 */
public record Request(
    Map<String, String> path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    @Nullable String contentType,
    ByteBuffer body) {}
