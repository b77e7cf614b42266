package dev.taxon.cli.official.value;

import java.math.BigDecimal;

/** Writes values as a request body has them: compact, keys sorted, {@code < > &} escaped. */
public final class ValueJson {
  private static final String HEX = "0123456789abcdef";

  private ValueJson() {}

  public static String write(Value value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Value value, StringBuilder out) {
    switch (value) {
      case Value.Nothing nothing -> out.append("null");
      case Value.Text text -> quote(text.text(), out);
      case Value.Truth truth -> out.append(truth.value());
      case Value.Whole whole -> out.append(whole.number());
      case Value.Real real -> out.append(number(real.number()));
      case Value.Upload upload -> quote(upload.path(), out);
      case Value.Items items -> {
        out.append('[');
        String comma = "";
        for (Value item : items.items()) {
          out.append(comma);
          write(item, out);
          comma = ",";
        }
        out.append(']');
      }
      case Value.Fields fields -> {
        out.append('{');
        String comma = "";
        for (var field : fields.fields().entrySet()) {
          out.append(comma);
          quote(field.getKey(), out);
          out.append(':');
          write(field.getValue(), out);
          comma = ",";
        }
        out.append('}');
      }
    }
  }

  /**
   * The shortest decimal that reads back the same; with an exponent below 1e-6 and from 1e21 on.
   */
  static String number(double number) {
    double size = Math.abs(number);
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (size >= 1e-6 && size < 1e21) {
      return decimal.toPlainString();
    }
    int exponent = decimal.precision() - decimal.scale() - 1;
    String digits = decimal.unscaledValue().abs().toString();
    return (number < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }

  /** {@code text} as a JSON string in quotes. */
  public static String quote(String text) {
    var out = new StringBuilder(text.length() + 2);
    quote(text, out);
    return out.toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
            out.append("\\u")
                .append(HEX.charAt(c >> 12))
                .append(HEX.charAt(c >> 8 & 15))
                .append(HEX.charAt(c >> 4 & 15))
                .append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
