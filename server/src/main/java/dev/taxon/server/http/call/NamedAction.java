package dev.taxon.server.http.call;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * An action whose body may carry a name that makes it happen once. When it did happen, the rest of
 * the body no longer matters, not even whether it is good.
 *
 * @param member of the body that has the name
 * @param earlier the answer to a call whose body has nothing but the name; empty when it is new
 */
public record NamedAction(Action action, String member, Function<Call, Optional<Answer>> earlier)
    implements Action {
  @Override
  public Answer answer(Call call) throws IOException {
    return action.answer(call);
  }
}
