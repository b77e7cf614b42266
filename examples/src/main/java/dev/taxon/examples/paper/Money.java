package dev.taxon.examples.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of one currency.
 *
 * @param cents hundredths, below zero for what is taken away
 */
public record Money(long cents) {
  public Money plus(Money other) {
    return new Money(cents + other.cents);
  }

  public Money times(long factor) {
    return new Money(cents * factor);
  }

  /** So many per cent of it, half a cent rounded up. */
  public Money percent(int percent) {
    return new Money(
        BigDecimal.valueOf(cents * percent)
            .divide(BigDecimal.valueOf(100), RoundingMode.HALF_UP)
            .longValueExact());
  }

  /** {@code 1,234.50}. */
  public String english() {
    return written(',', '.');
  }

  /** {@code 1.234,50}. */
  public String german() {
    return written('.', ',');
  }

  private String written(char thousands, char point) {
    long whole = Math.abs(cents) / 100;
    var text = new StringBuilder(Long.toString(whole));
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, thousands);
    }
    long rest = Math.abs(cents) % 100;
    return (cents < 0 ? "-" : "") + text + point + (rest < 10 ? "0" : "") + rest;
  }
}
