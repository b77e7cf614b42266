package dev.taxon.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taxon.server.http.call.Action;
import dev.taxon.server.http.call.Answer;
import dev.taxon.server.http.contract.Contract;
import dev.taxon.server.http.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BindingsTest {
  private static final Action NOTHING = call -> Answer.empty(204);

  private final List<Operation> operations = Contract.load().operations();
  private final Map<String, Action> actions = new HashMap<>();

  BindingsTest() {
    operations.forEach(operation -> actions.put(operation.id(), NOTHING));
  }

  @Test
  void everyOperationHasAnIdOfItsOwn() {
    assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void bindsWhatFits() {
    assertThat(Bindings.bind(operations, List.of(actions))).hasSameSizeAs(operations);
  }

  @Test
  void refusesAnOperationWithoutAnAction() {
    actions.remove("getFile");

    assertThatThrownBy(() -> Bindings.bind(operations, List.of(actions)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("operations without an action [getFile]");
  }

  @Test
  void refusesAnActionWithoutAnOperation() {
    actions.put("makeCoffee", NOTHING);

    assertThatThrownBy(() -> Bindings.bind(operations, List.of(actions)))
        .hasMessageContaining("actions without an operation [makeCoffee]");
  }

  @Test
  void refusesAnOperationThatIsBoundTwice() {
    assertThatThrownBy(
            () -> Bindings.bind(operations, List.of(actions, Map.of("getFile", NOTHING))))
        .hasMessageContaining("actions bound twice [getFile]");
  }
}
