package dev.taxon.cli.console;

/** The few colours that are used, as terminals take them. */
public enum Colour {
  BOLD(1),
  DIM(2),
  RED(31),
  GREEN(32),
  YELLOW(33);

  private final int code;

  Colour(int code) {
    this.code = code;
  }

  /** When colours are used. */
  public enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** The text in this colour, everything behind it as before. */
  public String of(String text) {
    return "\u001B[" + code + "m" + text + "\u001B[0m";
  }

  /**
   * Whether to use colours on the standard output: as {@code --color} says, else as {@code
   * NO_COLOR} and {@code FORCE_COLOR} say, else on a terminal that can.
   */
  public static boolean wanted(When when, Console console) {
    if (when != When.AUTO) {
      return when == When.ALWAYS;
    }
    if (console.has("NO_COLOR")) {
      return false;
    }
    if (console.has("FORCE_COLOR")) {
      return !"0".equals(console.environment().get("FORCE_COLOR"));
    }
    return console.screen().out() && !"dumb".equals(console.environment().get("TERM"));
  }
}
