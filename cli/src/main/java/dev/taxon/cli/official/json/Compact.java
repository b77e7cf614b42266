package dev.taxon.cli.official.json;

/** JSON without the white space between its parts. */
public final class Compact {
  private Compact() {}

  public static Json of(Json json) {
    String raw = json.raw();
    var out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '"') {
        int end = Scan.endOfString(raw, i);
        out.append(raw, i, end);
        i = end - 1;
      } else if (c > ' ') {
        out.append(c);
      }
    }
    return new Json(json.kind(), out.toString());
  }
}
