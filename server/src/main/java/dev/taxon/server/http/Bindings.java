package dev.taxon.server.http;

import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.contract.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which action serves which operation: each exactly one, or the server does not start. */
final class Bindings {
  private Bindings() {}

  /**
   * Pairs operations with actions by the operations' ids.
   *
   * @throws IllegalStateException when an operation has no action, or an action no operation
   */
  static Map<Operation, Action> bind(
      List<Operation> operations, List<Map<String, Action>> actions) {
    var left = new HashMap<String, Action>();
    var twice = new TreeSet<String>();
    actions.forEach(some ->
        some.forEach((id, action) -> {
          if (left.put(id, action) != null) {
            twice.add(id);
          }
        }));
    var bound = new LinkedHashMap<Operation, Action>();
    var unserved = new TreeSet<String>();
    for (Operation operation : operations) {
      Action action = left.remove(operation.id());
      if (action == null) {
        unserved.add(operation.id());
      } else {
        bound.put(operation, action);
      }
    }
    if (!unserved.isEmpty() || !left.isEmpty() || !twice.isEmpty()) {
      throw new IllegalStateException(
          "openapi.yaml and the program differ: operations without an action "
              + unserved
              + ", actions without an operation "
              + new TreeSet<>(left.keySet())
              + ", actions bound twice "
              + twice);
    }
    return bound;
  }
}
