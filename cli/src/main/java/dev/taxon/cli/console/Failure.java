package dev.taxon.cli.console;

import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What ends a command early, told to the person who can mend it. */
public final class Failure extends RuntimeException {
  /** The flag of every native command that asks for {@link #json()}. */
  public static final String JSON_FLAG = "--json-errors";

  private static final long serialVersionUID = 1L;

  private final int exit;
  private final @Nullable String where;
  private final @Nullable String hint;

  /**
   * A failure with all that can be said of it.
   *
   * @param exit one of {@link Exit}
   * @param what one sentence: what was asked and what was found
   * @param where the path, place or flag it is about
   * @param hint what to do or to type
   */
  public Failure(int exit, String what, @Nullable String where, @Nullable String hint) {
    super(Objects.requireNonNull(what));
    this.exit = exit;
    this.where = where;
    this.hint = hint;
  }

  public Failure(int exit, String what) {
    this(exit, what, null, null);
  }

  public int exit() {
    return exit;
  }

  /** {@code error: what}, and where there are such, lines {@code where: …} and {@code hint: …}. */
  public String told() {
    return told(Integer.MAX_VALUE);
  }

  /** The same in lines of at most so many characters, where words allow it. */
  public String told(int columns) {
    var text = new StringBuilder("error: ").append(getMessage());
    if (where != null) {
      text.append("\n  where: ").append(where);
    }
    if (hint != null) {
      text.append("\n  hint: ").append(hint.replace("\n", "\n        "));
    }
    return Wrapped.text(text.toString(), columns, "    ");
  }

  /** {@code {"error":what,"where":…,"hint":…,"exit":code}}, what there is not left out. */
  public String json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("error", String.valueOf(getMessage()));
    if (where != null) {
      fields.put("where", where);
    }
    if (hint != null) {
      fields.put("hint", hint);
    }
    fields.put("exit", exit);
    return JsonMapper.shared().writeValueAsString(fields);
  }
}
