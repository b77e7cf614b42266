package dev.taxon.cli.official.value;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a flag takes, and how its text becomes a value. */
public enum Kind {
  /** A string; the word {@code null} is a string too. */
  TEXT("string"),
  /** A string, or JSON null by the word {@code null}. */
  TEXT_OR_NULL("string"),
  /** A whole number. */
  WHOLE("int"),
  /** A whole number, or JSON null. */
  WHOLE_OR_NULL("int"),
  /** A switch: on when named, off by {@code =false}. */
  SWITCH(""),
  /** True or false, given as a value, or JSON null. */
  TRUTH_OR_NULL("boolean"),
  /** An object, as YAML or JSON. */
  OBJECT("object"),
  /** A string that may be given many times. */
  TEXTS("string"),
  /** An object that may be given many times. */
  OBJECTS("object"),
  /** A list of objects, given at once. */
  OBJECT_LIST("list"),
  /** Any YAML or JSON; a list once the first value was one. */
  ANY("any");

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  /** The word that help shows for it; empty for a switch. */
  public String label() {
    return label;
  }

  /** Whether a flag of this kind may be given many times. */
  public boolean repeats() {
    return this == TEXTS || this == OBJECTS;
  }

  /**
   * The value after {@code text} was given to a flag that held {@code before}, which is null when
   * it was not given yet.
   *
   * @throws ValueProblem if the text is not of this kind
   */
  public Value after(@Nullable Value before, String text) throws ValueProblem {
    return switch (this) {
      case TEXTS -> list(before).and(new Value.Text(text));
      case OBJECTS -> list(before).and(object(text));
      case ANY -> before instanceof Value.Items items ? items.and(any(text)) : any(text);
      default -> read(text);
    };
  }

  /** One value of this kind; for a list, one element. */
  public Value read(String text) throws ValueProblem {
    return switch (this) {
      case TEXT, TEXTS -> new Value.Text(text);
      case TEXT_OR_NULL -> isNull(text) ? new Value.Nothing() : new Value.Text(text);
      case WHOLE -> whole(text);
      case WHOLE_OR_NULL -> isNull(text) ? new Value.Nothing() : whole(text);
      case SWITCH -> truth(text);
      case TRUTH_OR_NULL -> isNull(text) ? new Value.Nothing() : truth(text);
      case OBJECT, OBJECTS -> object(text);
      case OBJECT_LIST -> objects(text);
      case ANY -> any(text);
    };
  }

  private static Value.Items list(@Nullable Value before) {
    return before instanceof Value.Items items ? items : new Value.Items(List.of());
  }

  private static boolean isNull(String text) {
    return text.equals("null");
  }

  private static Value any(String text) throws ValueProblem {
    if (text.startsWith("@") || text.startsWith("\\@")) {
      return new Value.Text(text);
    }
    try {
      return YamlReader.read(text);
    } catch (ValueProblem e) {
      if (mayBeWord(text)) {
        return new Value.Text(text);
      }
      throw new ValueProblem("failed to parse as YAML: " + e.getMessage());
    }
  }

  /** An object, null, or an {@code @file} that will hold one. */
  private static Value object(String text) throws ValueProblem {
    if (isNull(text)) {
      return new Value.Nothing();
    }
    Value value = any(text);
    if (value instanceof Value.Fields || value instanceof Value.Nothing || isReference(value)) {
      return value;
    }
    throw new ValueProblem(
        "Couldn't convert \""
            + text
            + "\" ("
            + ValueWords.of(value)
            + ") to expected type map[string]interface {}");
  }

  private static Value objects(String text) throws ValueProblem {
    Value value = any(text);
    if (value instanceof Value.Nothing || isReference(value)) {
      return value;
    }
    if (value instanceof Value.Items items
        && items.items().stream().allMatch(item -> item instanceof Value.Fields)) {
      return value;
    }
    throw new ValueProblem(
        "Couldn't convert \""
            + text
            + "\" ("
            + ValueWords.of(value)
            + ") to expected type []map[string]interface {}");
  }

  private static boolean isReference(Value value) {
    return value instanceof Value.Text text && text.text().startsWith("@");
  }

  private static boolean mayBeWord(String text) {
    return text.codePoints()
        .allMatch(c -> Character.isLetter(c) || Character.isDigit(c) || "_-.=".indexOf(c) >= 0);
  }

  /**
   * A whole number with an optional sign, prefix {@code 0x 0o 0b 0} and underscores between digits.
   */
  private static Value whole(String text) throws ValueProblem {
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    int base = 10;
    boolean prefixed = false;
    if (digits.length() > 2 && digits.charAt(0) == '0' && "xXoObB".indexOf(digits.charAt(1)) >= 0) {
      base =
          switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            default -> 2;
          };
      digits = digits.substring(2);
      prefixed = true;
    } else if (digits.length() > 1 && digits.charAt(0) == '0') {
      base = 8;
      digits = digits.substring(1);
      prefixed = true;
    }
    String plain = digits.replace("_", "");
    boolean misplaced =
        digits.endsWith("_") || digits.contains("__") || (!prefixed && digits.startsWith("_"));
    if (plain.isEmpty() || misplaced || !allDigits(plain, base)) {
      throw new ValueProblem("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
    }
    var number = new BigInteger(plain, base);
    if (text.startsWith("-")) {
      number = number.negate();
    }
    if (number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0) {
      throw new ValueProblem("strconv.ParseInt: parsing \"" + text + "\": value out of range");
    }
    return new Value.Whole(number);
  }

  private static boolean allDigits(String digits, int base) {
    return digits.chars().allMatch(c -> c < 128 && Character.digit(c, base) >= 0);
  }

  private static Value truth(String text) throws ValueProblem {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> new Value.Truth(true);
      case "0", "f", "F", "false", "FALSE", "False" -> new Value.Truth(false);
      default ->
          throw new ValueProblem("strconv.ParseBool: parsing \"" + text + "\": invalid syntax");
    };
  }
}
