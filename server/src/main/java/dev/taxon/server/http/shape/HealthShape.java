package dev.taxon.server.http.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An answer to a health question. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HealthShape(String status, @Nullable String detail) {}
