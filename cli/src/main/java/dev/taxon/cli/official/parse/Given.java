package dev.taxon.cli.official.parse;

import dev.taxon.cli.official.catalogue.Flag;
import dev.taxon.cli.official.value.Value;
import dev.taxon.cli.official.value.ValueProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flags that were given, by name, with their values. Later ones change it; a request is built
 * from it.
 */
public final class Given {
  private final Map<String, Value> values = new HashMap<>();

  public boolean isSet(String flag) {
    return values.containsKey(flag);
  }

  public Optional<Value> value(String flag) {
    return Optional.ofNullable(values.get(flag));
  }

  /** The value of a flag that takes text, or {@code otherwise} when it was not given. */
  public String text(String flag, String otherwise) {
    return values.get(flag) instanceof Value.Text text ? text.text() : otherwise;
  }

  /** Whether a switch is on. */
  public boolean isOn(String flag) {
    return values.get(flag) instanceof Value.Truth truth && truth.value();
  }

  /** Gives {@code flag} its next text. */
  public void give(Flag flag, String text) throws ValueProblem {
    values.put(flag.name(), flag.kind().after(values.get(flag.name()), text));
  }

  /** Gives {@code flag} a value as it is. */
  public void give(Flag flag, Value value) {
    values.put(flag.name(), value);
  }

  /** Gives a dotted flag its text: it sets a field of {@code outer}. */
  void giveInside(Flag outer, Flag inner, String text) throws ValueProblem {
    Value value = inner.kind().read(text);
    Value before = values.get(outer.name());
    boolean asList =
        switch (outer.kind()) {
          case OBJECTS -> true;
          case ANY -> before == null ? outer.listOuter() : before instanceof Value.Items;
          default -> false;
        };
    Value after;
    if (asList) {
      after =
          lastOrNew(
              before instanceof Value.Items items ? items : new Value.Items(List.of()),
              inner,
              value);
    } else if (before instanceof Value.Fields fields) {
      after = fields.with(inner.field(), value);
    } else if (before == null || before instanceof Value.Nothing) {
      after = Value.Fields.none().with(inner.field(), value);
    } else {
      throw new ValueProblem("--" + outer.name() + " is no object that could have fields");
    }
    values.put(outer.name(), after);
  }

  /**
   * The last element takes the field if it has none of that name; otherwise a new element begins.
   */
  private static Value lastOrNew(Value.Items items, Flag inner, Value value) {
    List<Value> list = items.items();
    if (!list.isEmpty()
        && list.getLast() instanceof Value.Fields last
        && !last.fields().containsKey(inner.field())) {
      return items.withLast(last.with(inner.field(), value));
    }
    return items.and(Value.Fields.none().with(inner.field(), value));
  }
}
