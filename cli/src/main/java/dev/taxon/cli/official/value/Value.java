package dev.taxon.cli.official.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of a flag or of standard input. Null is a value of its own, {@link Nothing}. */
public sealed interface Value {
  /** JSON null. */
  record Nothing() implements Value {}

  /** A string. */
  record Text(String text) implements Value {}

  /** True or false. */
  record Truth(boolean value) implements Value {}

  /** A whole number, from -2^63 to 2^64-1. */
  record Whole(BigInteger number) implements Value {
    public static Whole of(long number) {
      return new Whole(BigInteger.valueOf(number));
    }
  }

  /** A finite number with a fraction or an exponent. */
  record Real(double number) implements Value {}

  /** A list. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    /** This list with one more item at its end. */
    public Items and(Value item) {
      var longer = new ArrayList<>(items);
      longer.add(item);
      return new Items(longer);
    }

    /** This list with another last item; it must not be empty. */
    public Items withLast(Value item) {
      var changed = new ArrayList<>(items);
      changed.set(changed.size() - 1, item);
      return new Items(changed);
    }
  }

  /** An object; its keys are in the order of their code units. */
  record Fields(SortedMap<String, Value> fields) implements Value {
    public Fields {
      fields = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public static Fields none() {
      return new Fields(new TreeMap<>());
    }

    /** This object with {@code key} set. */
    public Fields with(String key, Value value) {
      var changed = new TreeMap<>(fields);
      changed.put(key, value);
      return new Fields(changed);
    }

    /** This object without {@code key}. */
    public Fields without(String key) {
      var changed = new TreeMap<>(fields);
      changed.remove(key);
      return new Fields(changed);
    }
  }

  /** A file to send as it is; {@code -} is standard input. */
  record Upload(String path) implements Value {}
}
