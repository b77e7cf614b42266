package dev.taxon.examples.paper;

import java.util.List;

/**
 * A line of a bill.
 *
 * @param count how many, at least 1
 * @param price of one
 */
public record Item(int count, String what, Money price) {
  public static Item of(int count, String what, long cents) {
    return new Item(count, what, new Money(cents));
  }

  public Money total() {
    return price.times(count);
  }

  public static Money sum(List<Item> items) {
    return items.stream().map(Item::total).reduce(new Money(0), Money::plus);
  }
}
