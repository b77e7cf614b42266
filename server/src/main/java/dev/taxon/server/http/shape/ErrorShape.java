package dev.taxon.server.http.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.taxon.server.http.contract.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error of one sentence.
 *
 * @param requestId by which the operator finds the matter in the log; only where it is the server's
 *     fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorShape(String detail, @Nullable String requestId) {
  /** Everything wrong with a request. */
  public record Invalid(List<Problem> detail) {}
}
