package dev.taxon.cli.official.value;

/** Values as the official command names them in a sentence: {@code [1 2]}, {@code map[a:1]}. */
public final class ValueWords {
  private ValueWords() {}

  public static String of(Value value) {
    return switch (value) {
      case Value.Nothing nothing -> "<nil>";
      case Value.Text text -> text.text();
      case Value.Truth truth -> Boolean.toString(truth.value());
      case Value.Whole whole -> whole.number().toString();
      case Value.Real real -> ValueJson.number(real.number());
      case Value.Upload upload -> upload.path();
      case Value.Items items -> {
        var words = new StringBuilder("[");
        for (Value item : items.items()) {
          words.append(words.length() > 1 ? " " : "").append(of(item));
        }
        yield words.append(']').toString();
      }
      case Value.Fields fields -> {
        var words = new StringBuilder("map[");
        String space = "";
        for (var field : fields.fields().entrySet()) {
          words.append(space).append(field.getKey()).append(':').append(of(field.getValue()));
          space = " ";
        }
        yield words.append(']').toString();
      }
    };
  }
}
