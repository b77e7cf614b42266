package dev.taxon.cli.official.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted word means: {@code true}, {@code ~} and {@code 0x1F} are typed, {@code yes},
 * {@code 1e3} and dates stay strings. A number with one dot is a fraction; all others are whole, in
 * base 16, 10, 8 or 2 by their prefix.
 */
final class Scalars {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private Scalars() {}

  static Value of(String word) {
    return switch (word) {
      case "", "~", "null", "Null", "NULL" -> new Value.Nothing();
      case "true", "True", "TRUE" -> new Value.Truth(true);
      case "false", "False", "FALSE" -> new Value.Truth(false);
      default -> {
        Value number = number(word);
        yield number == null ? new Value.Text(word) : number;
      }
    };
  }

  private static @Nullable Value number(String word) {
    char first = word.charAt(0);
    if (!(first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9'))) {
      return null;
    }
    boolean negative = first == '-';
    String digits = (negative || first == '+' ? word.substring(1) : word).replace("_", "");
    if (digits.startsWith("-") || digits.startsWith("+")) {
      return null;
    }
    int dot = digits.indexOf('.');
    if (dot != digits.lastIndexOf('.')) {
      return null;
    }
    if (digits.startsWith("0x")) {
      return whole(digits.substring(2), 16, negative);
    }
    if (digits.startsWith("0o")) {
      return whole(digits.substring(2), 8, negative);
    }
    if (digits.startsWith("0b")) {
      return whole(digits.substring(2), 2, negative);
    }
    if (dot >= 0) {
      return real(digits, negative);
    }
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      return whole(digits, 8, negative);
    }
    return whole(digits, 10, negative);
  }

  private static @Nullable Value whole(String digits, int base, boolean negative) {
    if (digits.isEmpty()) {
      return null;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), base) < 0) {
        return null;
      }
    }
    var number = new BigInteger(digits, base);
    if (negative) {
      number = number.negate();
    }
    return number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0
        ? null
        : new Value.Whole(number);
  }

  /** Digits, one dot, perhaps an exponent; at least one digit beside the dot. */
  private static @Nullable Value real(String digits, boolean negative) {
    int i = 0;
    int seen = 0;
    while (i < digits.length() && (isDigit(digits.charAt(i)) || digits.charAt(i) == '.')) {
      seen += digits.charAt(i) == '.' ? 0 : 1;
      i++;
    }
    if (seen == 0) {
      return null;
    }
    if (i < digits.length()) {
      if (digits.charAt(i) != 'e' && digits.charAt(i) != 'E') {
        return null;
      }
      i++;
      if (i < digits.length() && (digits.charAt(i) == '+' || digits.charAt(i) == '-')) {
        i++;
      }
      int from = i;
      while (i < digits.length() && isDigit(digits.charAt(i))) {
        i++;
      }
      if (i == from || i < digits.length()) {
        return null;
      }
    }
    double number = Double.parseDouble(digits);
    return Double.isInfinite(number) ? null : new Value.Real(negative ? -number : number);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
